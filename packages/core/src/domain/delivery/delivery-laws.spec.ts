import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  afterReport,
  afterSend,
  type DeliveryStep,
  REPORTED_STATES,
  runSteps,
  SEND_OUTCOMES,
} from '../../../testing/report-orders.ts'
import { rank } from '../../text/delivery-order.ts'
import {
  beginDispatch,
  cancel,
  claim,
  type Delivery,
  heldDelivery,
  leaseOver,
  sendNow,
  settleArrived,
} from './delivery.ts'

describe('whatever happens, in whatever order', () => {
  it('a report that comes again changes nothing', () => {
    fc.assert(
      fc.property(anyDelivery(), fc.constantFrom(...REPORTED_STATES), (d, state) => {
        const once = runSteps(d, [afterReport(state)])
        expect(runSteps(once, [afterReport(state)])).toBe(once)
      }),
    )
  })

  it('the rank never falls, and a way back to the queue leads only from a claim', () => {
    fc.assert(
      fc.property(anyDelivery(), anyStep(), fc.nat(10_000_000), (before, { step }, now) => {
        const after = step(before, now)
        if (after === null) return
        expect(rank(after.state)).toBeGreaterThanOrEqual(rank(before.state))
        if (after.state === 'queued' && before.state !== 'queued') {
          expect(['scheduled', 'claimed', 'dispatching']).toContain(before.state)
        }
      }),
      { numRuns: 3_000 },
    )
  })

  it('what is sent or doubtful is never claimed, and what may have left is never cancelled', () => {
    fc.assert(
      fc.property(anyDelivery(), (d) => {
        const waiting = d.state === 'scheduled' || d.state === 'queued'
        expect(claim(d, 'z', Number.MAX_SAFE_INTEGER) !== null).toBe(waiting)
        expect(cancel(d, 'undone') !== null).toBe(waiting || d.state === 'claimed')
      }),
      { numRuns: 1_000 },
    )
  })

  it('a claim, a due time and a doubt exist exactly while they mean something', () => {
    fc.assert(
      fc.property(anyDelivery(), (d) => {
        expect(d.claim !== null).toBe(d.state === 'claimed' || d.state === 'dispatching')
        expect(d.nextAttemptAt !== null).toBe(d.state === 'scheduled' || d.state === 'queued')
        expect(d.uncertainSince !== null).toBe(d.state === 'uncertain')
      }),
      { numRuns: 1_000 },
    )
  })
})

function anyStep() {
  const token = fc.constantFrom('a', 'b')
  const step: fc.Arbitrary<DeliveryStep> = fc.oneof(
    fc.constantFrom(...REPORTED_STATES).map(afterReport),
    fc.tuple(fc.constantFrom(...SEND_OUTCOMES), token).map(([[said], by]) => afterSend(said, by)),
    token.map(
      (by): DeliveryStep =>
        (d, now) =>
          claim(d, by, now),
    ),
    token.map(
      (by): DeliveryStep =>
        (d) =>
          beginDispatch(d, by),
    ),
    fc.constantFrom<DeliveryStep>(leaseOver, sendNow, settleArrived, (d) => cancel(d, 'undone')),
  )
  // In a record, for fast-check would print a bare function as nothing.
  return step.map((made) => ({ step: made }))
}

/** A delivery after up to 25 events, most of which go the usual way. */
function anyDelivery(): fc.Arbitrary<Delivery> {
  const usual = fc.constantFrom<DeliveryStep>(
    (d, now) => claim(d, 'a', now),
    (d) => beginDispatch(d, 'a'),
  )
  const steps = fc.array(
    fc.oneof(
      usual,
      anyStep().map(({ step }) => step),
    ),
    { maxLength: 25 },
  )
  return fc
    .tuple(fc.constantFrom(0, 5_000), steps)
    .map(([holdMs, taken]) => runSteps(heldDelivery(1, 0, holdMs), taken))
}
