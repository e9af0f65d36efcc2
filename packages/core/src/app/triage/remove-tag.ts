import { readTag, tagKey } from '../../domain/ticket/tag.ts'
import type { Clock } from '../../ports/platform/clock.ts'
import type { UnitOfWork } from '../../ports/unit-of-work.ts'
import { rememberAction } from '../shared/remember-action.ts'
import { requireTicket } from '../shared/require-ticket.ts'
import { TicketEditor } from '../shared/ticket-editor.ts'
import type { OneTag } from './tag-ticket.ts'

/** Takes one tag off a ticket, however it is spelled, and leaves the others. As quiet as `TagTicket`. */
export class RemoveTag {
  readonly #deps: { unitOfWork: UnitOfWork; clock: Clock }

  constructor(deps: { unitOfWork: UnitOfWork; clock: Clock }) {
    this.#deps = deps
  }

  /**
   * A tag that it does not have changes nothing.
   * @returns the ticket's tags. @throws DomainError `not-found`, `invalid-input`
   */
  async execute(removing: OneTag): Promise<readonly string[]> {
    const key = tagKey(readTag(removing.tag))
    return this.#deps.unitOfWork.run(async (desk) => {
      const ticket = await requireTicket(desk, removing.ticketNumber)
      const tags = ticket.tags.filter((each) => tagKey(each) !== key)
      if (tags.length === ticket.tags.length) return tags
      const editor = new TicketEditor(desk, { ...ticket, tags })
      await editor.save('tags')
      const { agentId, undoKey } = removing
      await rememberAction(desk, undoKey, { agentId, at: this.#deps.clock.now(), before: ticket, after: editor.ticket })
      return tags
    })
  }
}
