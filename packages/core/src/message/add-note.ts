import type { Clock } from '../ports/clock.ts'
import type { Ids } from '../ports/ids.ts'
import type { UnitOfWork } from '../ports/unit-of-work.ts'
import { requireTicket } from '../ticket/require-ticket.ts'
import { TicketEditor } from '../ticket/ticket-editor.ts'
import type { Message } from './message.ts'
import { requireWords } from './sendable-body.ts'

/** A line for colleagues. It never leaves the desk, and neither bumps the ticket nor marks it unread. */
export class AddNote {
  readonly #deps: { unitOfWork: UnitOfWork; clock: Clock; ids: Ids }

  constructor(deps: { unitOfWork: UnitOfWork; clock: Clock; ids: Ids }) {
    this.#deps = deps
  }

  /** @throws DomainError `message-empty`, `not-found` */
  async execute(note: { ticketNumber: number; agentId: string; body: string }): Promise<Message> {
    requireWords(note.body)
    return this.#deps.unitOfWork.run(async (desk) => {
      const editor = new TicketEditor(desk, await requireTicket(desk, note.ticketNumber))
      const message = await editor.addMessage({
        id: this.#deps.ids.uuid(),
        at: this.#deps.clock.now(),
        direction: 'out',
        kind: 'note',
        body: note.body,
        authorId: note.agentId,
      })
      await editor.save('note')
      await desk.drafts.remove(note.agentId, note.ticketNumber, 'note')
      return message
    })
  }
}
