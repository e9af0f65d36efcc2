import type { DeliveryState, ShownState } from './delivery-order.ts'

/**
 * Where a text may have got stuck for good: nobody knows whether it arrived, or it is known that it did not. Only a late
 * report or an agent leads on from here. Views, counts, closing, labels and buttons all go by this list.
 */
export const UNSETTLED_STATES = ['uncertain', 'expired', 'failed'] as const satisfies readonly DeliveryState[]

export type UnsettledState = (typeof UNSETTLED_STATES)[number]

/** So long an uncertain text waits for a report, or for the provider's own list, before an agent is asked. */
export const NEEDS_AGENT_AFTER_MS = 10 * 60_000

/** As much of a message as tells whether somebody has to look after it. */
export interface WrittenText {
  readonly kind: 'sms' | 'auto' | 'note'
  readonly settledAt: number | null
  readonly delivery: { readonly state: DeliveryState; readonly uncertainSince: number | null } | null
}

export function isUnsettledState(state: DeliveryState | ShownState): state is UnsettledState {
  return (UNSETTLED_STATES as readonly string[]).includes(state)
}

/** A person's text that is stuck, and that nobody has dealt with. Automatic texts are nobody's work. */
export function isUnsettled({ kind, settledAt, delivery }: WrittenText): boolean {
  return kind === 'sms' && settledAt === null && delivery !== null && isUnsettledState(delivery.state)
}

/** An unsettled text that no machine will settle any more. */
export function needsAgent(text: WrittenText, now: number): boolean {
  if (!isUnsettled(text)) return false
  if (text.delivery?.state !== 'uncertain') return true
  return now - (text.delivery.uncertainSince ?? 0) >= NEEDS_AGENT_AFTER_MS
}

/** The network never said that it did not arrive, so somebody who knows better may say that it did. */
export function mayHaveArrived(state: UnsettledState): boolean {
  return state !== 'failed'
}
