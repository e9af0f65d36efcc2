import { readTags } from '../../domain/ticket/tag.ts'
import type { Clock } from '../../ports/platform/clock.ts'
import type { UnitOfWork } from '../../ports/unit-of-work.ts'
import { rememberAction } from '../shared/remember-action.ts'
import { requireTicket } from '../shared/require-ticket.ts'
import { TicketEditor } from '../shared/ticket-editor.ts'
import { asTheDeskSpells } from './as-the-desk-spells.ts'

interface TagsChange {
  readonly ticketNumber: number
  readonly agentId: string
  /** What undoing it will name it by; without one it cannot be undone. */
  readonly undoKey?: string | null
}

export interface OneTag extends TagsChange {
  readonly tag: string
}

export interface Tagging extends TagsChange {
  readonly tags: readonly string[]
}

/** Gives a ticket these tags and no others. Quiet: no line in the timeline, and the ticket keeps its place in the list. */
export class TagTicket {
  readonly #deps: { unitOfWork: UnitOfWork; clock: Clock }

  constructor(deps: { unitOfWork: UnitOfWork; clock: Clock }) {
    this.#deps = deps
  }

  /** @returns the tags as they are stored. @throws DomainError `not-found`, `invalid-input` */
  async execute(tagging: Tagging): Promise<readonly string[]> {
    const given = readTags(tagging.tags)
    const { ticketNumber, agentId, undoKey } = tagging
    const at = this.#deps.clock.now()
    return this.#deps.unitOfWork.run(async (desk) => {
      const ticket = await requireTicket(desk, ticketNumber)
      const tags = await asTheDeskSpells(desk, given)
      if (tags.join('\n') === ticket.tags.join('\n')) return tags
      const editor = new TicketEditor(desk, { ...ticket, tags })
      await editor.save('tags')
      await rememberAction(desk, undoKey, { agentId, at, before: ticket, after: editor.ticket })
      return tags
    })
  }
}
