import { describe, expect, it } from 'vitest'
import { asLocalInput, snoozeProblem, snoozeTimes } from './snooze-times.ts'

const local = (text: string): number => new Date(text).getTime()
const offered = (now: string) => snoozeTimes(local(now)).map(({ title, until }) => `${title}: ${asLocalInput(until)}`)

describe('snoozeTimes', () => {
  it('are an hour, tomorrow morning and Monday morning, where the agent is', () => {
    expect(offered('2026-11-20T16:30')).toEqual([
      'In 1 hour: 2026-11-20T17:30',
      'Tomorrow 9:00: 2026-11-21T09:00',
      'Monday 9:00: 2026-11-23T09:00',
    ])
  })

  it('on a Sunday tomorrow is Monday, so it is offered once', () => {
    expect(offered('2026-11-22T10:00')).toEqual(['In 1 hour: 2026-11-22T11:00', 'Tomorrow 9:00: 2026-11-23T09:00'])
  })

  it('on a Monday the next one is meant', () => {
    expect(offered('2026-11-23T08:00').at(-1)).toBe('Monday 9:00: 2026-11-30T09:00')
  })

  it('says why a time is none', () => {
    const now = local('2026-11-22T10:00')
    expect(snoozeProblem(Number.NaN, now)).toContain('a day and a time')
    expect(snoozeProblem(now, now)).toContain('still to come')
    expect(snoozeProblem(local('2028-01-01T00:00'), now)).toContain('within a year')
    expect(snoozeProblem(now + 1, now)).toBeNull()
  })
})
