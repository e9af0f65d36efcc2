import { describe, expect, it } from 'vitest'
import { localTime, zoneOf } from './local-time.ts'

const NOON = Date.UTC(2026, 10, 22, 12)

describe('the local time of a customer', () => {
  it.each([
    ['+31970101234', 'Sun 13:00'],
    ['+447700900123', 'Sun 12:00'],
    ['+9779801234567', 'Sun 17:45'],
  ])('of %s at noon in London is %s', (number, time) => {
    expect(localTime(number, NOON)?.replace(',', '')).toBe(time)
  })

  it.each(['+12025550101', '+61491570156', '+79161234567', '+5511912345678', 'ING', '12345'])(
    'is not guessed for %s',
    (address) => {
      expect(localTime(address, NOON)).toBeNull()
    },
  )

  it('needs a zone that the browser knows', () => {
    for (const number of ['+20', '+212', '+353', '+86', '+977']) {
      const timeZone = zoneOf(`${number}1234567`) ?? expect.unreachable()
      expect(() => new Intl.DateTimeFormat('en-GB', { timeZone })).not.toThrow()
    }
  })
})
