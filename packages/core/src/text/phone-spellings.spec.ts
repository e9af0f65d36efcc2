import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isSameNumber, spellingsOf } from './phone-spellings.ts'

describe('spellings of one number', () => {
  it.each([
    ['+541123456782', ['+541123456782', '+5491123456782']],
    ['+5491123456782', ['+541123456782', '+5491123456782']],
    ['+525512345681', ['+525512345681', '+5215512345681']],
    ['+5215512345681', ['+525512345681', '+5215512345681']],
    ['+12025550123', ['+12025550123']],
    ['+5511987654321', ['+5511987654321']],
    ['+551187654321', ['+551187654321']],
    ['+549112345678', ['+549112345678']],
    ['+521551234568', ['+521551234568']],
    ['+54912345678901', ['+54912345678901']],
    ['12345', ['12345']],
    ['TextShop', ['TextShop']],
  ])('%s', (number, spellings) => expect(spellingsOf(number)).toEqual(spellings))

  it('are the same from wherever one begins, and of no two numbers', () => {
    const number = fc.stringMatching(/^\\+(?:54|52|1|55)[0-9]{8,12}$/)
    fc.assert(
      fc.property(number, number, (one, other) => {
        const spellings = spellingsOf(one)
        expect(spellings).toContain(one)
        for (const spelling of spellings) expect(spellingsOf(spelling)).toEqual(spellings)
        expect(isSameNumber(one, other)).toBe(isSameNumber(other, one))
        if (!isSameNumber(one, other)) expect(spellings.some((each) => spellingsOf(other).includes(each))).toBe(false)
      }),
    )
  })
})
