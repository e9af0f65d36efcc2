import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SendOutcome } from '../ports/sms-gateway.ts'
import { type DeliveryState, rank } from '../text/delivery-order.ts'
import { beginDispatch, claim, type Delivery, heldDelivery, leaseOver } from './delivery.ts'
import { applyOutcome } from './outcome.ts'
import { applyReport } from './report.ts'

const SIX = ['provider-scheduled', 'sent', 'buffered', 'expired', 'failed', 'delivered'] as const
const OUTCOMES: readonly (readonly [SendOutcome, DeliveryState])[] = [
  [{ kind: 'accepted', providerMessageId: 'p1' }, 'accepted'],
  [{ kind: 'rejected', reason: 'rejected', detail: '' }, 'failed'],
  [{ kind: 'retry-later', reason: 'refused', retryAfterMs: null, pausesNumber: false }, 'queued'],
  [{ kind: 'retry-later', reason: 'throttled', retryAfterMs: 1_000, pausesNumber: true }, 'queued'],
  [{ kind: 'uncertain', reason: 'time-out' }, 'uncertain'],
]

type Step = (d: Delivery, now: number) => Delivery | null

const report =
  (state: DeliveryState): Step =>
  (d) =>
    applyReport(d, { state, reason: null, providerMessageId: 'p1' })
const outcome =
  (said: SendOutcome, token = 'a'): Step =>
  (d, now) =>
    applyOutcome(d, token, said, now, 0)

const dispatching = run(heldDelivery(1, 0, 0), [(d) => claim(d, 'a', 0), (d) => beginDispatch(d, 'a')])

describe('reports in any order, crossed with the outcome of the send', () => {
  it('end in the maximum rank: every ordering of every subset, doubled, the send returning at any point', () => {
    let cases = 0
    for (const order of orderingsOfSubsets(SIX)) {
      const doubled = [
        order.flatMap((state) => [state, state]),
        [...order, ...order],
        [...order, ...order.toReversed()],
      ]
      for (const [said, means] of OUTCOMES) {
        const expected = highest([...order, means])
        for (const states of doubled) {
          for (let at = 0; at <= states.length; at += 1) {
            const end = run(dispatching, states.map(report).toSpliced(at, 0, outcome(said)))
            if (end.state !== expected) expect.fail(`${states.join()} with ${said.kind} at ${at}: ${end.state}`)
            cases += 1
          }
        }
      }
    }
    expect(cases).toBeGreaterThan(300_000)
  })

  it('end so too however the doubles are shuffled, and when the lease ran out meanwhile', () => {
    const reports = fc.subarray([...SIX, ...SIX])
    fc.assert(
      fc.property(reports, fc.constantFrom(...OUTCOMES), fc.infiniteStream(fc.nat()), (states, [said, means], dice) => {
        const steps = shuffled([...states.map(report), outcome(said)], dice)
        const lost = leaseOver(dispatching, 60_000)
        expect(run(dispatching, steps).state).toBe(highest([...states, means]))
        expect(run(lost, steps).state).toBe(highest([...states, means, 'uncertain']))
      }),
    )
  })
})

function run(start: Delivery, steps: readonly Step[]): Delivery {
  return steps.reduce((d, step, index) => step(d, index * 4_000) ?? d, start)
}

function highest(states: readonly DeliveryState[]): DeliveryState {
  return states.reduce((best, state) => (rank(state) > rank(best) ? state : best), 'queued')
}

function* orderingsOfSubsets<T>(items: readonly T[], taken: readonly T[] = []): Generator<readonly T[]> {
  yield taken
  for (const item of items) {
    if (!taken.includes(item)) yield* orderingsOfSubsets(items, [...taken, item])
  }
}

function shuffled<T>(items: readonly T[], dice: Iterator<number>): T[] {
  const rest = [...items]
  return items.flatMap(() => rest.splice(Number(dice.next().value) % rest.length, 1))
}
