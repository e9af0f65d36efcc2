import { isUnsettled } from '../../text/unsettled.ts'
import type { Delivery } from '../delivery/delivery.ts'
import { DomainError } from '../errors.ts'
import type { Message } from './message.ts'

/**
 * The delivery of a text that is unsettled.
 * @throws DomainError `not-settleable`
 */
export function requireSettleable(message: Message): Delivery {
  const { delivery } = message
  if (delivery !== null && isUnsettled(message)) return delivery
  throw new DomainError('not-settleable', 'Nothing is open about this text. It was dealt with, or a report came in.')
}
