import type { Address } from '../contact/address.ts'
import type { Provider } from '../inbox/inbox.ts'
import type { Arrival } from './arrival.ts'

export interface ReceivedText {
  readonly provider: Provider
  readonly from: Address
  /** The number it was sent to; null when the webhook did not say. */
  readonly to: string | null
  readonly body: string
  /** The same for every delivery of the same text; null when the webhook holds nothing to tell one from another. */
  readonly receiptKey: string | null
  /** The id of the webhook's verified signature; null when it was not signed. */
  readonly signature: { readonly jti: string; readonly expiresAt: number } | null
  /** What the webhook says of the text itself. */
  readonly told?: Pick<Arrival, 'sentAt' | 'providerId'>
  /** Set for a text that no webhook brought. */
  readonly fetched?: FetchedText
}

/** A text as it stands in the provider's own list. */
export interface FetchedText {
  readonly providerId: string
  /** By the provider's clock. */
  readonly at: number
  /** What the provider calls this and other texts of that time: what came under such a name is that text and no other. */
  readonly listedIds: ReadonlySet<string>
}
