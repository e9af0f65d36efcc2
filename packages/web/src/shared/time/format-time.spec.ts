import { describe, expect, it } from 'vitest'
import { dayHeading, listTime, shortDate, soonTime, waitingTime } from './format-time.ts'

const now = new Date(2026, 10, 22, 12, 0, 0).getTime()
const ago = (minutes: number): string => new Date(now - minutes * 60_000).toISOString()

describe('times as agents read them', () => {
  it.each([
    [0.5, 'under a minute'],
    [14, '14 min'],
    [60, '1 h'],
    [125, '2 h 5 min'],
    [26 * 60 + 20, '26 h'],
    [72 * 60, '3 days'],
  ])('waiting for %s minutes reads "%s"', (minutes, words) => {
    expect(waitingTime(ago(minutes), now)).toBe(words)
  })

  it.each([
    [0, 'now'],
    [59, '59 min'],
    [90, '10:30'],
    [3 * 24 * 60, '19 Nov'],
    [400 * 24 * 60, '18 Oct 2025'],
  ])('%s minutes ago reads "%s" in a list', (minutes, words) => {
    expect(listTime(ago(minutes), now)).toBe(words)
  })

  it('a clock that runs behind the server never shows a negative wait', () => {
    expect(waitingTime(ago(-3), now)).toBe('under a minute')
    expect(listTime(ago(-3), now)).toBe('now')
  })

  it.each([
    [60, '13:00'],
    [21 * 60, 'Mon 09:00'],
    [30 * 24 * 60, '22 Dec 12:00'],
  ])('in %s minutes reads "%s"', (minutes, words) => {
    expect(soonTime(ago(-minutes), now)).toBe(words)
  })

  it('names days', () => {
    expect(dayHeading(ago(10), now)).toBe('Today')
    expect(dayHeading(ago(24 * 60), now)).toBe('Yesterday')
    expect(dayHeading(ago(7 * 24 * 60), now)).toBe('Sunday 15 November 2026')
    expect(shortDate(ago(24 * 60), now)).toBe('21 Nov')
  })
})
