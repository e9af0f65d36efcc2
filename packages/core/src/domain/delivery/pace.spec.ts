import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { START } from '../../../testing/fakes/fixed-clock.ts'
import { allowance, nextAllowedAt, type Pace, pacedAfter } from './pace.ts'

const fresh: Pace = { textsPerSecond: 10, pacedUntilUs: 0 }
const paced = (pace: Pace, texts: number, now: number): Pace => ({
  ...pace,
  pacedUntilUs: pacedAfter(pace, texts, now),
})

describe('the pace of a number', () => {
  it("allows a second's worth at once, then one by one", () => {
    expect(allowance(fresh, START)).toBe(10)
    const spent = paced(fresh, 10, START)
    expect(allowance(spent, START + 99)).toBe(0)
    expect(nextAllowedAt(spent, START)).toBe(START + 100)
    expect(allowance(spent, START + 100)).toBe(1)
    expect(allowance(spent, START + 999)).toBe(9)
  })

  it('saves nothing up while nothing is sent', () => {
    expect(allowance(paced(fresh, 10, START), START + 3_600_000)).toBe(10)
    expect(nextAllowedAt(fresh, START)).toBe(START)
  })

  it('is not stopped by a moment from before the clock was set back', () => {
    expect(allowance({ ...fresh, pacedUntilUs: (START + 3_600_000) * 1_000 }, START)).toBe(10)
  })

  it('in no stretch of time lets more leave than the rate and one second allow', () => {
    const look = fc.record({ afterMs: fc.nat({ max: 700 }), wanted: fc.nat({ max: 150 }) })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), fc.array(look, { maxLength: 40 }), (textsPerSecond, looks) => {
        const sent = sendAll({ textsPerSecond, pacedUntilUs: 0 }, looks)
        for (const [from, first] of sent.entries()) {
          let texts = 0
          for (const each of sent.slice(from)) {
            texts += each.texts
            expect(texts * 1_000).toBeLessThanOrEqual(textsPerSecond * (each.at - first.at + 1_000))
          }
        }
      }),
    )
  })

  it('reaches its rate when there is always more to send', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), (textsPerSecond) => {
        let [pace, now, texts]: [Pace, number, number] = [{ textsPerSecond, pacedUntilUs: 0 }, START, 0]
        while (now < START + 10_000) {
          const allowed = allowance(pace, now)
          expect(allowed).toBeGreaterThan(0)
          texts += allowed
          pace = paced(pace, allowed, now)
          now = nextAllowedAt(pace, now)
        }
        expect(texts).toBeGreaterThanOrEqual(10 * textsPerSecond)
      }),
    )
  })
})

/** Looks for work now and then, and sends what is wanted as far as it is allowed. */
function sendAll(pace: Pace, looks: ReadonlyArray<{ afterMs: number; wanted: number }>) {
  let [current, now] = [pace, START]
  return looks.map(({ afterMs, wanted }) => {
    now += afterMs
    const texts = Math.min(wanted, allowance(current, now))
    current = paced(current, texts, now)
    return { at: now, texts }
  })
}
