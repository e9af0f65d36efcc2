import { describe, expect, it } from 'vitest'
import { GIVE_UP_AFTER_MS, PAUSE_MS } from './backoff.ts'
import { beginDispatch, claim, type Delivery, heldDelivery, leaseOver } from './delivery.ts'
import { applyOutcome } from './outcome.ts'
import { applyReport } from './report.ts'
import type { SendOutcome } from './send-outcome.ts'

const NOW = 1_000_000
const accepted: SendOutcome = { kind: 'accepted', providerMessageId: 'p1' }
const rejected: SendOutcome = { kind: 'rejected', reason: 'no-balance', detail: 'code 25' }
const later: SendOutcome = {
  kind: 'retry-later',
  reason: 'connection refused',
  retryAfterMs: null,
  pausesNumber: false,
}
const throttled: SendOutcome = { kind: 'retry-later', reason: 'throttled', retryAfterMs: null, pausesNumber: true }
const uncertain: SendOutcome = { kind: 'uncertain', reason: 'time-out' }
const sentReport = { state: 'sent', reason: null, providerMessageId: 'p1' } as const

const claimed = must(claim(heldDelivery(1, NOW, 0), 'a', NOW))
const dispatching = must(beginDispatch(claimed, 'a'))
const lost = leaseOver(dispatching, NOW + 60_000)

describe('the outcome of a send that still holds its claim', () => {
  it.each([
    [accepted, { state: 'accepted', reason: null, providerMessageId: 'p1' }],
    [rejected, { state: 'failed', reason: 'no-balance' }],
    [uncertain, { state: 'uncertain', reason: 'time-out', uncertainSince: NOW + 1 }],
    [later, { state: 'queued', reason: 'connection refused', attempts: 1, nextAttemptAt: NOW + 5_001 }],
  ] as const)('%#: is what it says', (outcome, expected) => {
    expect(applyOutcome(dispatching, 'a', outcome, NOW + 1, 0)).toMatchObject({ ...expected, claim: null })
  })

  it('waits longer with every attempt, spread by the jitter, until four hours are over', () => {
    const third = { ...dispatching, attempts: 3 }
    expect(applyOutcome(third, 'a', later, NOW, 1).nextAttemptAt).toBe(NOW + 144_000)
    const overdue = applyOutcome(third, 'a', later, NOW + GIVE_UP_AFTER_MS, 0)
    expect(overdue).toMatchObject({ state: 'failed', reason: 'gave-up', nextAttemptAt: null })
  })

  it('comes back when the number is rested, no older, after being throttled', () => {
    const third = { ...dispatching, attempts: 3 }
    const back = applyOutcome(third, 'a', throttled, NOW, 1)
    expect(back).toMatchObject({ state: 'queued', attempts: 2, nextAttemptAt: NOW + PAUSE_MS })
    const asTold = applyOutcome(third, 'a', { ...throttled, retryAfterMs: 9_000 }, NOW, 1)
    expect(asTold.nextAttemptAt).toBe(NOW + 9_000)
  })

  it('may be put off before anything was sent', () => {
    expect(applyOutcome(claimed, 'a', throttled, NOW, 0)).toMatchObject({ state: 'queued', attempts: 0 })
  })
})

describe('the outcome of a send whose claim is gone', () => {
  const byReport = applyReport(dispatching, sentReport)
  const reclaimed = must(claim({ ...claimed, state: 'queued', claim: null }, 'b', NOW))

  it('counts as evidence when accepted', () => {
    expect(applyOutcome(lost, 'a', accepted, NOW, 0)).toMatchObject({ state: 'accepted', uncertainSince: null })
    expect(applyOutcome(reclaimed, 'a', accepted, NOW, 0)).toMatchObject({ state: 'accepted', claim: null })
    const early = applyReport(dispatching, { ...sentReport, providerMessageId: null })
    expect(applyOutcome(early, 'a', accepted, NOW, 0)).toMatchObject({ state: 'sent', providerMessageId: 'p1' })
  })

  it('settles a doubtful text when rejected', () => {
    expect(applyOutcome(lost, 'a', rejected, NOW, 0)).toMatchObject({ state: 'failed', reason: 'no-balance' })
  })

  it('is ignored by a text that somebody else has by now when rejected', () => {
    expect(applyOutcome(reclaimed, 'a', rejected, NOW, 0)).toBe(reclaimed)
  })

  it.each([later, throttled, uncertain])('%#: never touches what moved on', (outcome) => {
    for (const moved of [lost, byReport, reclaimed]) expect(applyOutcome(moved, 'a', outcome, NOW, 0)).toBe(moved)
  })
})

describe('a report', () => {
  it.each([heldDelivery(1, NOW, 0), claimed, dispatching, lost])('%#: takes a text out of the queue', (d) => {
    expect(applyReport(d, sentReport)).toMatchObject({
      state: 'sent',
      claim: null,
      nextAttemptAt: null,
      uncertainSince: null,
      providerMessageId: 'p1',
    })
  })

  it('is believed even of a cancelled or failed text', () => {
    const delivered = { ...sentReport, state: 'delivered' } as const
    expect(applyReport({ ...claimed, state: 'cancelled', claim: null }, delivered).state).toBe('delivered')
    expect(applyReport({ ...lost, state: 'failed', reason: 'gave-up' }, delivered)).toMatchObject({ reason: null })
  })

  it('keeps the first reason and the first provider id', () => {
    const failed = applyReport(lost, { state: 'failed', reason: 'network-error', providerMessageId: 'p1' })
    expect(applyReport(failed, { state: 'failed', reason: 'capacity-limit', providerMessageId: 'p2' })).toBe(failed)
  })

  it.each(['queued', 'dispatching', 'uncertain', 'cancelled'] as const)('means nothing when it says "%s"', (state) => {
    expect(applyReport(dispatching, { state, reason: null, providerMessageId: 'p1' })).toBe(dispatching)
  })
})

function must(d: Delivery | null): Delivery {
  if (d === null) throw new Error('the step was refused')
  return d
}
