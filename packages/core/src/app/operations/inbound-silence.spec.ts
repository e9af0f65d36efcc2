import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CountTexts, findSilence, usualTexts } from './inbound-silence.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** A Sunday at noon, 2026-11-22. */
const NOW = Date.UTC(2026, 10, 22, 12)
const BEGINNING = NOW - 100 * DAY

const steady =
  (perHour: number): CountTexts =>
  async () =>
    perHour
/** As many on working days, none on weekends. */
const workdays =
  (perHour: number): CountTexts =>
  async (hour) => {
    const weekday = new Date(hour * HOUR).getUTCDay()
    return weekday === 0 || weekday === 6 ? 0 : perHour
  }

const find = (silentHours: number, count: CountTexts, { now = NOW, startedAt = BEGINNING } = {}) =>
  findSilence({ startedAt, lastTextAt: now - silentHours * HOUR }, now, count)
const trouble = async (...asked: Parameters<typeof find>) => (await find(...asked))?.trouble ?? null

describe('what is usual', () => {
  it('is the median of the same hour on 28 days, or what two of four same weekdays reached where that is lower', async () => {
    const hour = NOW / HOUR
    expect(await usualTexts(hour, steady(7))).toBe(7)
    expect(await usualTexts(hour, workdays(50))).toBe(0)
    expect(await usualTexts(hour + 24, workdays(50))).toBe(50)
    const oneWildDay: CountTexts = async (asked) => (asked === hour - 7 * 24 ? 10_000 : 6)
    expect(await usualTexts(hour, oneWildDay)).toBe(6)
    const byDay: CountTexts = async (asked) => (hour - asked) / 24
    expect(await usualTexts(hour, byDay)).toBe(14.5)
    const twoWeeksOld: CountTexts = async (asked) => (hour - asked <= 15 * 24 ? 6 : 0)
    expect(await usualTexts(hour, twoWeeksOld)).toBe(6)
  })

  it('asks for hours of the 28 days before, and no others', async () => {
    const asked: number[] = []
    await usualTexts(1_000_000, async (hour) => asked.push(hour))
    expect(asked.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 28 }, (_, i) => 1_000_000 - (28 - i) * 24))
  })
})

describe('a silence', () => {
  it('is news after an hour at the earliest', async () => {
    expect(await trouble(59 / 60, steady(100))).toBe(false)
    expect(await trouble(1, steady(100))).toBe(true)
  })

  it('lasts until ten texts would have come', async () => {
    expect(await trouble(1.9, steady(5))).toBeNull()
    expect(await trouble(2, steady(5))).toBe(true)
  })

  it('means nothing in an hour with fewer than five texts, nor at a weekend when nobody writes', async () => {
    expect(await trouble(20, steady(4))).toBeNull()
    expect(await trouble(20, workdays(200))).toBeNull()
    expect(await trouble(2, workdays(200), { now: NOW + DAY })).toBe(true)
  })

  it('counts only the hours in which texts usually come', async () => {
    const morning = Date.UTC(2026, 10, 23, 8, 30)
    const opensAtEight: CountTexts = async (hour) => (hour % 24 >= 8 ? 12 : 0)
    expect(await trouble(12, opensAtEight, { now: morning })).toBe(true)
    const opensSlowly: CountTexts = async (hour) => (hour % 24 >= 8 && hour % 24 < 20 ? 12 : 0)
    expect(await trouble(12, opensSlowly, { now: morning })).toBeNull()
    expect(await trouble(12, opensSlowly, { now: morning + HOUR / 2 })).toBe(true)
  })

  it('is not blamed on the time before the desk started, and no start ends one', async () => {
    expect(await trouble(5, steady(20), { startedAt: NOW - HOUR / 2 })).toBeNull()
    expect(await trouble(5, steady(20), { startedAt: NOW - HOUR })).toBe(true)
  })

  it('cannot be told on a desk that never had a text, or had none four weeks long', async () => {
    expect(await findSilence({ startedAt: BEGINNING, lastTextAt: null }, NOW, steady(9))).toBeNull()
    expect(await trouble(2, async (hour) => (hour * HOUR > NOW - 13 * DAY ? 99 : 0))).toBeNull()
  })

  it('is told with its length and what is usual', async () => {
    expect(await find(3, steady(12))).toMatchObject({
      kind: 'silence',
      sentence: expect.stringMatching(/^No text has come in for more than 3 hours; about 12 are usual/),
    })
    expect(await find(1, steady(12))).toMatchObject({ sentence: expect.stringContaining('more than an hour;') })
  })

  it('never goes away by lasting longer in a steady stream', async () => {
    const lengths = fc.tuple(fc.double({ min: 1, max: 100, noNaN: true }), fc.double({ min: 0, max: 100, noNaN: true }))
    await fc.assert(
      fc.asyncProperty(lengths, fc.integer({ min: 5, max: 500 }), async ([length, longer], perHour) => {
        if (await trouble(length, steady(perHour))) expect(await trouble(length + longer, steady(perHour))).toBe(true)
      }),
    )
  })
})
