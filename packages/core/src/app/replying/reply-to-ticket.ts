import { heldDelivery } from '../../domain/delivery/delivery.ts'
import { DomainError } from '../../domain/errors.ts'
import type { Message } from '../../domain/message/message.ts'
import { requireSendable } from '../../domain/message/sendable-body.ts'
import type { Clock } from '../../ports/platform/clock.ts'
import type { Ids } from '../../ports/platform/ids.ts'
import type { Desk, UnitOfWork } from '../../ports/unit-of-work.ts'
import { HOLD_MS } from '../../text/hold.ts'
import { rememberAction } from '../shared/remember-action.ts'
import { requireNothingNewer } from '../shared/require-nothing-newer.ts'
import { requireTicket } from '../shared/require-ticket.ts'
import { TicketEditor } from '../shared/ticket-editor.ts'
import { findEarlier } from './find-earlier.ts'
import { requireReplyable } from './require-replyable.ts'

export interface Reply {
  readonly ticketNumber: number
  readonly agentId: string
  readonly body: string
  /** The newest message the agent had on screen; null skips the check for newer ones. */
  readonly seenMessageId: string | null
  /** The same key with the same body is the same reply, however often it is asked for. */
  readonly idempotencyKey: string
  /** Skips the hold. */
  readonly sendNow: boolean
}

/** An agent answers: the reply is queued, and the customer waits no longer. */
export class ReplyToTicket {
  readonly #deps: { unitOfWork: UnitOfWork; clock: Clock; ids: Ids }

  constructor(deps: { unitOfWork: UnitOfWork; clock: Clock; ids: Ids }) {
    this.#deps = deps
  }

  /**
   * @throws DomainError `message-empty`, `message-too-long`, `not-found`, `ticket-closed`, `newer-message`,
   * `idempotency-key-reused`, `contact-unanswerable`, `contact-blocked`, `contact-opted-out`
   */
  async execute(reply: Reply): Promise<Message> {
    const segments = requireSendable(reply.body)
    return this.#deps.unitOfWork.run(async (desk) => {
      return (await findEarlier(desk, 'sms', reply)) ?? (await this.#queue(desk, reply, segments))
    })
  }

  async #queue(desk: Desk, reply: Reply, segments: number): Promise<Message> {
    const ticket = await requireTicket(desk, reply.ticketNumber)
    if (ticket.status === 'closed') {
      throw new DomainError('ticket-closed', `Ticket ${ticket.number} is closed. Reopen it to reply.`)
    }
    await requireReplyable(desk, ticket)
    await requireNothingNewer(desk, ticket, reply)
    const now = this.#deps.clock.now()
    const editor = new TicketEditor(desk, ticket)
    const message = await editor.addMessage({
      id: this.#deps.ids.uuid(),
      at: now,
      direction: 'out',
      kind: 'sms',
      body: reply.body,
      authorId: reply.agentId,
      idempotencyKey: reply.idempotencyKey,
      delivery: heldDelivery(segments, now, reply.sendNow ? 0 : HOLD_MS),
    })
    editor.change((changed) => ({ ...changed, waitingSince: null }))
    await editor.save('reply')
    const { agentId } = reply
    await rememberAction(desk, message.id, { agentId, at: now, before: ticket, after: editor.ticket })
    await desk.drafts.remove(agentId, ticket.number, 'reply')
    return message
  }
}
