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
