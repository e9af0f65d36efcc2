import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { backoffMs, GIVE_UP_AFTER_MS, nextAttempt } from './backoff.ts'

describe('backoffMs', () => {
  it('grows from five seconds to an hour and stays there', () => {
    const seconds = [0, 1, 2, 3, 4, 5, 6, 7, 50].map((attempts) => backoffMs(attempts, 0) / 1000)
    expect(seconds).toEqual([5, 5, 30, 120, 600, 1800, 3600, 3600, 3600])
  })

  it('spreads by a fifth either way', () => {
    expect([backoffMs(2, -1), backoffMs(2, 1)]).toEqual([24_000, 36_000])
  })
})

describe('nextAttempt', () => {
  const wait = { firstQueuedAt: 0, delayMs: 5_000, retryAfterMs: null }

  it('waits as long as the longer of the table and the provider says', () => {
    expect(nextAttempt(wait, 1_000)).toBe(6_000)
    expect(nextAttempt({ ...wait, retryAfterMs: 90_000 }, 1_000)).toBe(91_000)
    expect(nextAttempt({ ...wait, retryAfterMs: 100 }, 1_000)).toBe(6_000)
  })

  it('tries a last time when four hours are over, then gives up', () => {
    expect(nextAttempt({ ...wait, delayMs: 3_600_000 }, GIVE_UP_AFTER_MS - 1_000)).toBe(GIVE_UP_AFTER_MS)
    expect(nextAttempt(wait, GIVE_UP_AFTER_MS)).toBeNull()
  })

  it('gives up at once when the provider wants more time than is left', () => {
    expect(nextAttempt({ ...wait, retryAfterMs: GIVE_UP_AFTER_MS + 1 }, 0)).toBeNull()
  })

  it('lies in the future, within the four hours, not before the provider wants it', () => {
    const ms = fc.integer({ min: 0, max: 5 * 3_600_000 })
    fc.assert(
      fc.property(ms, ms, fc.option(ms), (now, delayMs, retryAfterMs) => {
        const at = nextAttempt({ firstQueuedAt: 0, delayMs, retryAfterMs }, now)
        if (at === null) return
        expect(at).toBeGreaterThanOrEqual(now + (retryAfterMs ?? 0))
        expect(at).toBeLessThanOrEqual(GIVE_UP_AFTER_MS)
      }),
    )
  })
})
