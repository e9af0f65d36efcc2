import type { Provider } from '../inbox/inbox.ts'
import type { DeliveryState } from '../text/delivery-order.ts'
import type { FailureReason } from '../text/failure-reason.ts'

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

/** What is known of a message that reports may wait for. */
export interface AwaitedMessage {
  readonly provider: Provider
  /** Our message id. */
  readonly reference: string
  readonly providerMessageId: string | null
}

/** Every delivery report, in the order they came. */
export interface ReportRepository {
  add(report: StoredReport): Promise<void>
  /** The message's reports in the order they came. */
  listForMessage(messageId: string): Promise<StoredReport[]>
  /** Reports that wait for this message, in the order they came. */
  findHeld(message: AwaitedMessage): Promise<StoredReport[]>
  /** A held report has found its message and waits no longer. */
  attach(reportId: string, messageId: string): Promise<void>
  /** Removes up to `limit` held reports that came before `before`, or that are not among the newest `most`. How many. */
  forgetHeld(request: { before: number; most: number; limit: number }): Promise<number>
}
