import { DomainError } from '../../domain/errors.ts'
import type { Message } from '../../domain/message/message.ts'
import type { Desk } from '../../ports/unit-of-work.ts'

interface Attempt {
  readonly ticketNumber: number
  readonly agentId: string
  readonly body: string
  readonly idempotencyKey: string
}

/**
 * What an agent's request with the same key made before; null where it made nothing yet.
 * @throws DomainError `idempotency-key-reused` where that was something else.
 */
export async function findEarlier(
  desk: Pick<Desk, 'messages' | 'tickets'>,
  kind: 'sms' | 'note',
  attempt: Attempt,
): Promise<Message | null> {
  const earlier = await desk.messages.findByIdempotencyKey(attempt.agentId, attempt.idempotencyKey)
  if (earlier === null) return null
  const isSame = earlier.kind === kind && earlier.body === attempt.body
  if (isSame && (await isSameCustomer(desk, earlier, attempt.ticketNumber))) return earlier
  throw new DomainError('idempotency-key-reused', 'This idempotency key belongs to another message. Use a new one.')
}

/** Meanwhile the message may have been moved to another ticket, or have been merged with its own into one. */
async function isSameCustomer(desk: Pick<Desk, 'tickets'>, earlier: Message, ticketNumber: number): Promise<boolean> {
  const ticket = await desk.tickets.find(ticketNumber)
  return ticket?.contactId === earlier.contactId && ticket.inboxId === earlier.inboxId
}
