import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { businessDaysLeft, honourBy } from './business-days.ts'

const noon = (day: string) => Date.parse(`${day}T17:00:00Z`)

describe('honourBy', () => {
  it.each([
    ['a Monday', '2026-03-02', '2026-03-16'],
    ['a Friday', '2026-03-06', '2026-03-20'],
    ['a Saturday', '2026-03-07', '2026-03-20'],
    ['a Sunday', '2026-03-08', '2026-03-20'],
    ['before New Year and the day of Martin Luther King', '2025-12-31', '2026-01-15'],
    ['before the day of Martin Luther King', '2026-01-12', '2026-01-27'],
    ["before Washington's birthday", '2026-02-09', '2026-02-24'],
    ['before Memorial Day', '2026-05-18', '2026-06-02'],
    ['before Juneteenth', '2026-06-12', '2026-06-29'],
    ['before 4 July, a Saturday, kept on Friday the 3rd', '2026-06-29', '2026-07-14'],
    ['before Labor Day', '2026-08-31', '2026-09-15'],
    ['before Columbus Day', '2026-10-05', '2026-10-20'],
    ['before Veterans Day', '2026-11-02', '2026-11-17'],
    ['before Thanksgiving', '2026-11-23', '2026-12-08'],
    ['before Christmas and New Year', '2026-12-18', '2027-01-05'],
    ['before a New Year that is a Saturday, kept in the old year', '2021-12-27', '2022-01-11'],
    ['before a Veterans Day that is a Sunday, kept on Monday the 12th', '2029-11-05', '2029-11-20'],
  ])('%s', (_, asked, by) => expect(honourBy(noon(asked))).toBe(by))

  it('counts from the day it is in the US, late in the evening too', () => {
    expect(honourBy(Date.parse('2026-03-03T03:00:00Z'))).toBe(honourBy(noon('2026-03-02')))
  })
})

describe('businessDaysLeft', () => {
  it.each([
    ['2026-03-02', 11],
    ['2026-03-03', 10],
    ['2026-03-07', 6],
    ['2026-03-13', 2],
    ['2026-03-16', 1],
    ['2026-03-17', 0],
    ['2026-12-01', 0],
  ])('on %s of a wish to be honoured by 16 March: %i', (day, left) => {
    expect(businessDaysLeft('2026-03-16', noon(day))).toBe(left)
  })

  it('are ten on the day after, whenever it was asked', () => {
    const moments = fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2060, 0) })
    fc.assert(
      fc.property(moments, (asked) => {
        const dayAfter = asked + 86_400_000
        expect(businessDaysLeft(honourBy(asked), dayAfter)).toBe(10)
      }),
    )
  })
})
