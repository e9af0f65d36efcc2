import { beginDispatch, claim, type Delivery, heldDelivery } from '../src/domain/delivery/delivery.ts'
import { applyOutcome } from '../src/domain/delivery/outcome.ts'
import { applyReport } from '../src/domain/delivery/report.ts'
import type { SendOutcome } from '../src/domain/delivery/send-outcome.ts'
import { type DeliveryState, rank } from '../src/text/delivery-order.ts'

/** What providers report. */
export const REPORTED_STATES = ['provider-scheduled', 'sent', 'buffered', 'expired', 'failed', 'delivered'] as const

/** Every way in which a send can end, and what it alone means. */
export const SEND_OUTCOMES: readonly (readonly [SendOutcome, DeliveryState])[] = [
  [{ kind: 'accepted', providerMessageId: 'p1' }, 'accepted'],
  [{ kind: 'rejected', reason: 'rejected', detail: '' }, 'failed'],
  [{ kind: 'retry-later', reason: 'refused', retryAfterMs: null, pausesNumber: false }, 'queued'],
  [{ kind: 'retry-later', reason: 'throttled', retryAfterMs: 1_000, pausesNumber: true }, 'queued'],
  [{ kind: 'uncertain', reason: 'time-out' }, 'uncertain'],
]

export type DeliveryStep = (d: Delivery, now: number) => Delivery | null

export const afterReport =
  (state: DeliveryState): DeliveryStep =>
  (d) =>
    applyReport(d, { state, reason: null, providerMessageId: 'p1' })

export const afterSend =
  (outcome: SendOutcome, token = 'a'): DeliveryStep =>
  (d, now) =>
    applyOutcome(d, token, outcome, now, 0)

/** A text whose bytes are leaving. */
export const DISPATCHING = runSteps(heldDelivery(1, 0, 0), [(d) => claim(d, 'a', 0), (d) => beginDispatch(d, 'a')])

/**
 * Every ordering of every subset of the six, doubled in three ways, with the send ending at any moment of it in every way.
 * `wrong` tells of each case that did not come to the state of the highest rank.
 */
export function tryEveryReportOrder(): { cases: number; wrong: string[] } {
  const wrong: string[] = []
  let cases = 0
  for (const order of orderingsOfSubsets(REPORTED_STATES)) {
    for (const [outcome, means] of SEND_OUTCOMES) {
      const expected = highestState([...order, means])
      for (const states of doublingsOf(order)) {
        for (let at = 0; at <= states.length; at += 1) {
          const end = runSteps(DISPATCHING, states.map(afterReport).toSpliced(at, 0, afterSend(outcome)))
          if (end.state !== expected) wrong.push(`${states.join()} with ${outcome.kind} at ${at}: ${end.state}`)
          cases += 1
        }
      }
    }
  }
  return { cases, wrong }
}

export function* orderingsOfSubsets<T>(items: readonly T[], taken: readonly T[] = []): Generator<readonly T[]> {
  yield taken
  for (const item of items) {
    if (!taken.includes(item)) yield* orderingsOfSubsets(items, [...taken, item])
  }
}

/** Each report at once again, all of them again, and all of them again backwards. */
export function doublingsOf<T>(order: readonly T[]): T[][] {
  return [order.flatMap((state) => [state, state]), [...order, ...order], [...order, ...order.toReversed()]]
}

export function highestState(states: readonly DeliveryState[]): DeliveryState {
  return states.reduce((best, state) => (rank(state) > rank(best) ? state : best), 'queued')
}

export function runSteps(start: Delivery, steps: readonly DeliveryStep[]): Delivery {
  return steps.reduce((d, step, index) => step(d, index * 4_000) ?? d, start)
}
