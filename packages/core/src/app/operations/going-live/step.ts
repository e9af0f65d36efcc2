import type { Inbox } from '../../../domain/inbox/inbox.ts'
import type { AddressReading } from '../../../ports/platform/public-address.ts'
import type { AccountReading } from '../../../ports/providers/provider-account.ts'

export const stepIds = ['account', 'address', 'public-url', 'first-text', 'refusals'] as const

/** One thing that a number needs to be live. */
export interface Step {
  readonly id: (typeof stepIds)[number]
  readonly state: 'ok' | 'waiting' | 'failed'
  /** How it stands. */
  readonly sentence: string
  /** What to do; null when there is nothing. */
  readonly cure: string | null
  /** When what the sentence tells of happened. */
  readonly at: number | null
}

/** What is known of a number on its way to being live. */
export interface GoingLive {
  readonly inbox: Pick<Inbox, 'number' | 'provider'>
  /** Without a slash at the end. */
  readonly publicUrl: string
  /** Null while the desk has no API key. */
  readonly account: AccountReading | null
  readonly address: AddressReading
  /** The last webhook that was signed for another address than `publicUrl`, if none was taken since. */
  readonly moved: { readonly at: number; readonly origin: string; readonly path: string } | null
  readonly firstTextAt: number | null
  readonly lastTakenAt: number | null
  readonly lastRefusal: { readonly at: number; readonly cure: string } | null
}
