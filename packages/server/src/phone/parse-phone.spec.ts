import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsePhone } from './parse-phone.ts'

describe('parsePhone', () => {
  it.each([
    ['+1 202 555 0123', undefined, '+12025550123'],
    ['(202) 555-0123', 'US', '+12025550123'],
    ['202.555.0123', '+12025550199', '+12025550123'],
    ['1 202 555 0123', '+12025550199', '+12025550123'],
    ['12025550123', undefined, '+12025550123'],
    ['0491 570 156', 'AU', '+61491570156'],
    ['0491 570 156', '+61491570157', '+61491570156'],
    ['+61 491 570 156', '+12025550199', '+61491570156'],
    ['61491570156', 'NL', '+61491570156'],
    ['0061491570156', 'NL', '+61491570156'],
    ['0061491570156', undefined, '+61491570156'],
    ['07700 900123', 'GB', '+447700900123'],
    ['07700 900123', '+447700900456', '+447700900123'],
    ['  +12025550123  ', 'NL', '+12025550123'],
  ])('reads %j near %s', (typed, near, number) => {
    expect(parsePhone(typed, near)).toBe(number)
  })

  it.each([
    ['', 'US'],
    ['hello', 'US'],
    ['47711', 'US'],
    ['call me at +12025550123', 'US'],
    ['+12025550123 ext. 5', 'US'],
    ['+1202555', undefined],
    ['0491 570 156', undefined],
    ['0491 570 156', 'nowhere'],
    ['+99912345678', undefined],
    ['1'.repeat(100_000), 'US'],
  ])('refuses %.30j near %s', (typed, near) => {
    expect(parsePhone(typed, near)).toBeNull()
  })

  it('answers E.164 or nothing', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[+ 0-9()-]{0,18}$/),
        fc.constantFrom('US', 'NL', '+61491570156'),
        (typed, near) => {
          expect(parsePhone(typed, near) ?? '+12025550123').toMatch(/^\+[1-9]\d{4,14}$/)
        },
      ),
    )
  })
})
