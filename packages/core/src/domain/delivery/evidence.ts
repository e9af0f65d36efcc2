import { type DeliveryState, rank } from '../../text/delivery-order.ts'
import type { Delivery } from './delivery.ts'

export interface Evidence {
  readonly state: DeliveryState
  readonly reason: string | null
  readonly providerMessageId: string | null
}

/**
 * Believes whatever tells more about where the text got to, in any order: the state of the higher rank stays, and leaves
 * the queue for good. Returns the same object when there is nothing new.
 */
export function mergeEvidence(d: Delivery, evidence: Evidence): Delivery {
  const providerMessageId = d.providerMessageId ?? evidence.providerMessageId
  if (rank(evidence.state) > rank(d.state)) {
    const { state, reason } = evidence
    return { ...d, state, reason, providerMessageId, claim: null, nextAttemptAt: null, uncertainSince: null }
  }
  return providerMessageId === d.providerMessageId ? d : { ...d, providerMessageId }
}
