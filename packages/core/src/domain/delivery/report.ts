import { type DeliveryState, rank } from '../../text/delivery-order.ts'
import type { FailureReason } from '../../text/failure-reason.ts'
import type { Delivery } from './delivery.ts'
import { mergeEvidence } from './evidence.ts'

export interface DeliveryReport {
  readonly state: DeliveryState
  readonly reason: FailureReason | null
  readonly providerMessageId: string | null
}

/** Reports come twice, late, out of order, and before the send returned. One that claims less than "accepted" says nothing. */
export function applyReport(d: Delivery, report: DeliveryReport): Delivery {
  return rank(report.state) < rank('accepted') ? d : mergeEvidence(d, report)
}
