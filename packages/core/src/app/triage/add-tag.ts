import { readTag, readTags, tagKey } from '../../domain/ticket/tag.ts'
import type { Clock } from '../../ports/platform/clock.ts'
import type { UnitOfWork } from '../../ports/unit-of-work.ts'
import { rememberAction } from '../shared/remember-action.ts'
import { requireTicket } from '../shared/require-ticket.ts'
import { TicketEditor } from '../shared/ticket-editor.ts'
import { asTheDeskSpells } from './as-the-desk-spells.ts'
import type { OneTag } from './tag-ticket.ts'

/** Gives a ticket one tag more and leaves the others to whoever changes them meanwhile. As quiet as `TagTicket`. */
export class AddTag {
  readonly #deps: { unitOfWork: UnitOfWork; clock: Clock }

  constructor(deps: { unitOfWork: UnitOfWork; clock: Clock }) {
    this.#deps = deps
  }

  /**
   * A tag that it has already changes nothing. `place`: before which of its tags, counted from 0; the last without one.
   * @returns the ticket's tags. @throws DomainError `not-found`, `invalid-input`
   */
  async execute(adding: OneTag & { readonly place?: number | undefined }): Promise<readonly string[]> {
    const given = readTag(adding.tag)
    return this.#deps.unitOfWork.run(async (desk) => {
      const ticket = await requireTicket(desk, adding.ticketNumber)
      if (ticket.tags.some((each) => tagKey(each) === tagKey(given))) return ticket.tags
      const tags = [...ticket.tags]
      tags.splice(adding.place ?? tags.length, 0, ...(await asTheDeskSpells(desk, [given])))
      readTags(tags)
      const editor = new TicketEditor(desk, { ...ticket, tags })
      await editor.save('tags')
      const { agentId, undoKey } = adding
      await rememberAction(desk, undoKey, { agentId, at: this.#deps.clock.now(), before: ticket, after: editor.ticket })
      return tags
    })
  }
}
