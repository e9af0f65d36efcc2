import type { FailureReason } from '../../text/failure-reason.ts'

/**
 * What is known after an attempt. `retry-later` means the provider surely did not take the text;
 * `uncertain` means it may have, so that nobody but a person may send it again.
 */
export type SendOutcome =
  | { readonly kind: 'accepted'; readonly providerMessageId: string }
  | { readonly kind: 'rejected'; readonly reason: FailureReason; readonly detail: string }
  | {
      readonly kind: 'retry-later'
      readonly reason: string
      readonly retryAfterMs: number | null
      /** The number as a whole was told to slow down (HTTP 429), not this one text. */
      readonly pausesNumber: boolean
    }
  | { readonly kind: 'uncertain'; readonly reason: string }
