import { describeIds, FixedClock } from '@textdesk/core/testing'
import { describe, expect, it } from 'vitest'
import { SystemClock } from './system-clock.ts'
import { UuidIds } from './uuid-ids.ts'

describeIds('UuidIds', () => new UuidIds(new SystemClock()))

describe('UuidIds', () => {
  it('starts with the milliseconds', () => {
    const clock = new FixedClock(0x0190_0000_abcd)
    expect(new UuidIds(clock).uuid()).toMatch(/^01900000-abcd-7000-/)
  })

  it('sorts by the order they were made in, within a millisecond and when the clock is set back', () => {
    const clock = new FixedClock()
    const ids = new UuidIds(clock)
    const made: string[] = []
    for (const step of [0, 1, -60_000, 0, 5]) {
      clock.advance(step)
      made.push(...Array.from({ length: 5_000 }, () => ids.uuid()))
    }
    expect(made.toSorted()).toEqual(made)
    expect(new Set(made).size).toBe(made.length)
  })
})

describe('SystemClock', () => {
  it('tells the time of day in milliseconds', () => {
    const before = Date.now()
    const now = new SystemClock().now()
    expect(now).toBeGreaterThanOrEqual(before)
    expect(now).toBeLessThanOrEqual(Date.now())
  })
})
