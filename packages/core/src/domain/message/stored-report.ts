import type { DeliveryState } from '../../text/delivery-order.ts'
import type { FailureReason } from '../../text/failure-reason.ts'
import type { Provider } from '../inbox/inbox.ts'

/** A delivery report as it is kept. */
export interface StoredReport {
  readonly id: string
  readonly at: number
  /** Null when no message of ours was meant, as far as is known. */
  readonly messageId: string | null
  readonly reference: string | null
  readonly providerMessageId: string | null
  readonly state: DeliveryState
  /** The provider's own word for the state. */
  readonly status: string
  readonly reason: FailureReason | null
  /** What the provider wrote about it. */
  readonly detail: string | null
  /** The fields as they came, as JSON; without any when they may speak of somebody the desk does not know. */
  readonly raw: string
  /** Set while it waits for its message. */
  readonly held: HeldReport | null
}

export interface HeldReport {
  /** Only a message that left through this provider can be meant. */
  readonly provider: Provider
  /** E.164. */
  readonly recipient: string | null
  /** It says that the recipient opted out at the carrier, and can be believed. */
  readonly optsOut: boolean
}
