import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseProviderTime } from './provider-time.ts'

describe('parseProviderTime', () => {
  it.each([
    ['2018-09-24T08:30:59+00:00', '2018-09-24T08:30:59Z'],
    ['2018-09-24T08:30:59 00:00', '2018-09-24T08:30:59Z'],
    ['2018-09-24T10:30:59 02:00', '2018-09-24T08:30:59Z'],
    ['2018-09-24T10:30:59+0200', '2018-09-24T08:30:59Z'],
    ['2018-09-24T03:30:59-05:00', '2018-09-24T08:30:59Z'],
    ['2018-09-24T08:30:59.123456Z', '2018-09-24T08:30:59.123Z'],
    ['2018-09-24t08:30:59z', '2018-09-24T08:30:59Z'],
    ['2018-09-24 08:30:59', '2018-09-24T08:30:59Z'],
    [' 2018-09-24T08:30:59Z ', '2018-09-24T08:30:59Z'],
    ['20180924083059', '2018-09-24T08:30:59Z'],
    ['1537777859', '2018-09-24T08:30:59Z'],
  ])('reads %j', (written, iso) => {
    expect(parseProviderTime(written)).toBe(Date.parse(iso))
  })

  it.each(['', 'now', '{{createdDatetime}}', '2018-13-24T08:30:59Z', '2018-09-24', '20181324083059', '12', '1.5e9'])(
    'cannot read %j',
    (written) => expect(parseProviderTime(written)).toBeNull(),
  )

  it.each([
    '2026-06-31T00:00:00Z',
    '2026-06-31T00:00:00 02:00',
    '2026-02-29T12:00:00+00:00',
    '2100-02-29T12:00:00Z',
    '2026-02-30 12:00:00',
    '2026-00-10T12:00:00Z',
    '2026-04-00T12:00:00Z',
    '2026-06-30T24:00:00Z',
    '2026-06-30T24:00:00+02:00',
    '2026-06-30T23:60:00Z',
    '2026-06-30T23:59:61Z',
    '2026-06-30T12:00:00+24:00',
    '20260631000000',
    '20260229120000',
    '20260630240000',
    '20261301000000',
  ])('takes an impossible date for none: %s', (written) => expect(parseProviderTime(written)).toBeNull())

  it('knows leap days', () => {
    expect(parseProviderTime('2028-02-29T23:59:59Z')).toBe(Date.parse('2028-02-29T23:59:59Z'))
    expect(parseProviderTime('20000229000000')).toBe(Date.parse('2000-02-29T00:00:00Z'))
  })

  it('reads no day that the calendar does not have', () => {
    const two = (most: number) => fc.integer({ min: 0, max: most }).map((n) => String(n).padStart(2, '0'))
    const day = fc.tuple(fc.integer({ min: 1990, max: 2099 }), two(13), two(32))
    const time = fc.tuple(two(25), two(61), two(61))
    fc.assert(
      fc.property(day, time, ([year, month, date], clock) => {
        const at = new Date(
          Date.UTC(year, Number(month) - 1, Number(date), ...(clock.map(Number) as [number, number, number])),
        )
        const written = `${year}-${month}-${date}T${clock.join(':')}`
        const exists = at.toISOString().startsWith(written)
        expect(parseProviderTime(`${written}Z`)).toBe(exists ? at.getTime() : null)
        expect(parseProviderTime(written.replaceAll(/\D/g, ''))).toBe(exists ? at.getTime() : null)
      }),
    )
  })

  it('reads every moment back, however it is spelled', () => {
    const second = fc.integer({ min: 100_000_000, max: 9_999_999_999 })
    fc.assert(
      fc.property(second, (seconds) => {
        const iso = new Date(seconds * 1_000).toISOString().replace('.000Z', '+00:00')
        const spellings = [iso, iso.replace('+', ' '), iso.slice(0, 19).replace(/\D/g, ''), String(seconds)]
        for (const spelling of spellings) expect(parseProviderTime(spelling)).toBe(seconds * 1_000)
      }),
    )
  })
})
