import type { DeliveryState } from '../../text/delivery-order.ts'
import type { FailureReason } from '../../text/failure-reason.ts'
import type { Provider } from '../inbox/inbox.ts'

/** A delivery report as a provider's adapter read it. */
export interface ReceivedReport {
  readonly provider: Provider
  /** Our message id, as we gave it to the provider. */
  readonly reference: string | null
  readonly providerMessageId: string | null
  /** Whom the text went to, E.164; null where the report does not say. */
  readonly recipient: string | null
  readonly state: DeliveryState
  /** The provider's own word for the state. */
  readonly status: string
  readonly reason: FailureReason | null
  /** What the provider wrote about it. */
  readonly detail: string | null
  readonly optedOutAtCarrier: boolean
  /** Its signature was checked: only such a report may opt a customer out. */
  readonly verified: boolean
  readonly raw: string
  readonly signature: { readonly jti: string; readonly expiresAt: number } | null
}
