import type { Message } from '../../domain/message/message.ts'
import { requireWords } from '../../domain/message/sendable-body.ts'
import type { Clock } from '../../ports/platform/clock.ts'
import type { Ids } from '../../ports/platform/ids.ts'
import type { Desk, UnitOfWork } from '../../ports/unit-of-work.ts'
import { requireTicket } from '../shared/require-ticket.ts'
import { TicketEditor } from '../shared/ticket-editor.ts'
import { findEarlier } from './find-earlier.ts'

export interface Note {
  readonly ticketNumber: number
  readonly agentId: string
  readonly body: string
  /** The same key with the same body is the same note, however often it is asked for. Without one each request is a note. */
  readonly idempotencyKey?: string | null
}

/** A line for colleagues. It never leaves the desk, and neither bumps the ticket nor marks it unread. */
export class AddNote {
  readonly #deps: { unitOfWork: UnitOfWork; clock: Clock; ids: Ids }

  constructor(deps: { unitOfWork: UnitOfWork; clock: Clock; ids: Ids }) {
    this.#deps = deps
  }

  /** @throws DomainError `message-empty`, `not-found`, `idempotency-key-reused` */
  async execute(note: Note): Promise<Message> {
    requireWords(note.body)
    const { idempotencyKey = null } = note
    return this.#deps.unitOfWork.run(async (desk) => {
      const earlier = idempotencyKey === null ? null : await findEarlier(desk, 'note', { ...note, idempotencyKey })
      return earlier ?? (await this.#add(desk, note))
    })
  }

  async #add(desk: Desk, note: Note): Promise<Message> {
    const editor = new TicketEditor(desk, await requireTicket(desk, note.ticketNumber))
    const message = await editor.addMessage({
      id: this.#deps.ids.uuid(),
      at: this.#deps.clock.now(),
      direction: 'out',
      kind: 'note',
      body: note.body,
      authorId: note.agentId,
      idempotencyKey: note.idempotencyKey ?? null,
    })
    await editor.save('note')
    await desk.drafts.remove(note.agentId, note.ticketNumber, 'note')
    return message
  }
}
