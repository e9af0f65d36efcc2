import type { UnitOfWork } from '../ports/unit-of-work.ts'
import { asTheDeskSpells } from './as-the-desk-spells.ts'
import { requireTicket } from './require-ticket.ts'
import { readTags } from './tag.ts'
import { TicketEditor } from './ticket-editor.ts'

/** Gives a ticket these tags and no others. Quiet: no line in the timeline, and the ticket keeps its place in the list. */
export class TagTicket {
  readonly #deps: { unitOfWork: UnitOfWork }

  constructor(deps: { unitOfWork: UnitOfWork }) {
    this.#deps = deps
  }

  /** @returns the tags as they are stored. @throws DomainError `not-found`, `invalid-input` */
  async execute(tagging: { ticketNumber: number; tags: readonly string[] }): Promise<readonly string[]> {
    const given = readTags(tagging.tags)
    return this.#deps.unitOfWork.run(async (desk) => {
      const ticket = await requireTicket(desk, tagging.ticketNumber)
      const tags = await asTheDeskSpells(desk, given)
      if (tags.join('\n') === ticket.tags.join('\n')) return tags
      await new TicketEditor(desk, { ...ticket, tags }).save('tags')
      return tags
    })
  }
}
