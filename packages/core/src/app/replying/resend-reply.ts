import { heldDelivery } from '../../domain/delivery/delivery.ts'
import type { Message } from '../../domain/message/message.ts'
import { requireSettleable } from '../../domain/message/require-settleable.ts'
import type { Clock } from '../../ports/platform/clock.ts'
import type { Ids } from '../../ports/platform/ids.ts'
import type { Desk, UnitOfWork } from '../../ports/unit-of-work.ts'
import { measure } from '../../text/segments.ts'
import { requireMessage, requireTicket } from '../shared/require-ticket.ts'
import { TicketEditor } from '../shared/ticket-editor.ts'
import { requireReplyable } from './require-replyable.ts'

/** An agent decides that an unsettled reply goes out again: as a new message, and the old one is settled. */
export class ResendReply {
  readonly #deps: { unitOfWork: UnitOfWork; clock: Clock; ids: Ids }

  constructor(deps: { unitOfWork: UnitOfWork; clock: Clock; ids: Ids }) {
    this.#deps = deps
  }

  /** @throws DomainError `not-found`, `not-settleable`, `contact-unanswerable`, `contact-blocked`, `contact-opted-out` */
  async execute(resend: { ticketNumber: number; messageId: string; agentId: string }): Promise<Message> {
    return this.#deps.unitOfWork.run((desk) => this.#resend(desk, resend))
  }

  async #resend(desk: Desk, resend: { ticketNumber: number; messageId: string; agentId: string }): Promise<Message> {
    const ticket = await requireTicket(desk, resend.ticketNumber)
    const original = await requireMessage(desk, ticket, resend.messageId)
    requireSettleable(original)
    await requireReplyable(desk, ticket)
    const now = this.#deps.clock.now()
    await desk.messages.save({ ...original, settledAt: now, settledBy: resend.agentId })
    const editor = new TicketEditor(desk, ticket)
    await editor.addActivity({ id: this.#deps.ids.uuid(), at: now, what: 'resent', actorId: resend.agentId })
    const message = await editor.addMessage({
      id: this.#deps.ids.uuid(),
      at: now,
      direction: 'out',
      kind: 'sms',
      body: original.body,
      authorId: resend.agentId,
      resendOf: original.id,
      delivery: heldDelivery(measure(original.body).segments, now, 0),
    })
    await editor.save('reply')
    return message
  }
}
