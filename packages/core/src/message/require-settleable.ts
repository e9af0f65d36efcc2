import type { Delivery } from '../delivery/delivery.ts'
import { DomainError } from '../errors.ts'
import type { Message } from './message.ts'

/**
 * The delivery of a person's text that failed, expired or may not have arrived, and that nobody has dealt with.
 * @throws DomainError `not-settleable`
 */
export function requireSettleable(message: Message): Delivery {
  const { delivery } = message
  const inDoubt = delivery !== null && ['failed', 'uncertain', 'expired'].includes(delivery.state)
  if (delivery !== null && inDoubt && message.kind === 'sms' && message.settledAt === null) return delivery
  throw new DomainError('not-settleable', 'Nothing is open about this text. It was dealt with, or a report came in.')
}
