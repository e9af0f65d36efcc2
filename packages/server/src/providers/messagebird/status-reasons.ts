import type { DeliveryState, FailureReason } from '@textdesk/core/text'

export type ReportedState = Extract<
  DeliveryState,
  'provider-scheduled' | 'sent' | 'buffered' | 'expired' | 'failed' | 'delivered'
>

const STATES: ReadonlyMap<string, ReportedState> = new Map([
  ['scheduled', 'provider-scheduled'],
  ['sent', 'sent'],
  ['buffered', 'buffered'],
  ['expired', 'expired'],
  ['delivered', 'delivered'],
  ['delivery failed', 'failed'],
])

/** `statusErrorCode`, in more detail than the words but often left out. */
const BY_CODE: ReadonlyMap<number, FailureReason> = new Map<number, FailureReason>([
  ...[1, 2, 3, 5, 9, 10, 11, 12].map((code) => [code, 'unknown-subscriber'] as const),
  ...[8, 26, 27, 31].map((code) => [code, 'unavailable-subscriber'] as const),
  [34, 'network-error'],
  [103, 'opted-out-at-carrier'],
])

/** `statusReason`. */
const BY_WORDS: ReadonlyMap<string, FailureReason> = new Map([
  ['unknown subscriber', 'unknown-subscriber'],
  ['unavailable subscriber', 'unavailable-subscriber'],
  ['received network error', 'network-error'],
  ['network error', 'network-error'],
  ['capacity limit', 'capacity-limit'],
  ['carrier rejected', 'carrier-rejected'],
  ['incorrect number', 'invalid-recipient'],
  ['insufficient balance', 'no-balance'],
  ['opted out', 'opted-out-at-carrier'],
])

/** Our name for a reported status, or null for one that nobody knows. */
export function reportedState(status: string): ReportedState | null {
  return STATES.get(plain(status)) ?? null
}

/** Why a text did not arrive, or null when the report does not say. */
export function reportedReason(code: number | null, words: string | null): FailureReason | null {
  const byCode = code === null ? undefined : BY_CODE.get(code)
  return byCode ?? BY_WORDS.get(plain(words ?? '')) ?? null
}

function plain(words: string): string {
  return words
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, ' ')
}
