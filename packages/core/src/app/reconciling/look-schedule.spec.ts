import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LOOKED_FOR_MS, nextLook } from './look-schedule.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

describe('looking up a text that is uncertain', () => {
  it('begins after half a minute, at growing distances, then goes on every hour for a day', () => {
    const looks: number[] = []
    for (let next = nextLook(0, null); next !== null; next = nextLook(0, next)) looks.push(next)
    expect(looks.slice(0, 6)).toEqual([30 * SECOND, 90 * SECOND, 4 * MINUTE, 9 * MINUTE, HOUR, 2 * HOUR])
    expect(looks.slice(4)).toEqual(Array.from({ length: 24 }, (_, n) => (n + 1) * HOUR))
  })

  it('always lies ahead of the last look, and never beyond a day', () => {
    fc.assert(
      fc.property(fc.nat(1_000), fc.nat(2 * LOOKED_FOR_MS), (since, after) => {
        const next = nextLook(since, since + after)
        expect(next === null || (next > since + after && next <= since + LOOKED_FOR_MS)).toBe(true)
      }),
    )
  })
})
