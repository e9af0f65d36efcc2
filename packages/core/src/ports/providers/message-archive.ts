import type { Address } from '../../domain/contact/address.ts'
import type { DeliveryState } from '../../text/delivery-order.ts'
import type { FailureReason } from '../../text/failure-reason.ts'

export interface ArchiveQuery {
  /** The inbox's own number, E.164. */
  readonly number: string
  /** Nothing older is asked for, by the provider's clock. */
  readonly since: number
  /** Where an earlier page left off; null for the newest page. */
  readonly cursor: number | null
}

/** A text to the number, as the provider lists it. */
export interface ListedText {
  readonly providerId: string
  /** The one that its webhook has if that names the text. */
  readonly receiptKey: string
  readonly from: Address
  readonly body: string
  /** By the provider's clock. */
  readonly at: number
}

/** A text from the number, as the provider lists it. */
export interface ListedSend {
  readonly providerMessageId: string
  /** Our message id, if we sent it. */
  readonly reference: string | null
  readonly state: DeliveryState
  /** The provider's own word for the state. */
  readonly status: string
  readonly reason: FailureReason | null
  readonly at: number
}

export type ArchivePage<Item> =
  | {
      readonly kind: 'page'
      /** Newest first. A page may be empty and not be the last. */
      readonly items: readonly Item[]
      /** Null when there is nothing older that was asked for. */
      readonly next: number | null
    }
  | { readonly kind: 'unavailable'; readonly reason: string; readonly retryAfterMs: number | null }

/**
 * The provider's own list of messages. What stands in it happened; what does not may have happened all the same. Never
 * throws, and answers within 20 s. While pages are read, new messages move older ones to later pages: some come twice.
 */
export interface MessageArchive {
  listReceived(query: ArchiveQuery): Promise<ArchivePage<ListedText>>
  listSent(query: ArchiveQuery): Promise<ArchivePage<ListedSend>>
  /** Whatever is being asked, and whatever still will be, is unavailable at once. */
  close(): void
}
