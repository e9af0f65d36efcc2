import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainNumber } from './plain-number.ts'

const ZEROS = ['0', '０', '٠', '۰', '०', '০', '๐', '០', '၀', '𝟎', '𝟶', '𞥐']

describe('plainNumber', () => {
  it.each([
    ['\u202A+1 202 555 0150\u202C', '+1 202 555 0150'],
    ['\u200E+12025550150', '+12025550150'],
    ['\u2066+1\u2060202\u00AD555\u200B0150\u2069\uFEFF', '+12025550150'],
    ['tel:+1-202-555-0150', '+1-202-555-0150'],
    ['TEL: +12025550150', '+12025550150'],
    ['tel:%2B12025550150', '+12025550150'],
    ['tel:2025550150;phone-context=+1', '+12025550150'],
    ['tel:+12025550150;isub=12345', '+12025550150'],
    ['tel:+1-202-555-0150;ext=1', '+1-202-555-0150 ext. 1'],
    ['+1-202-555-0150;ext=1', '+1-202-555-0150 ext. 1'],
    ['sms:+12025550150?body=Hi', '+12025550150'],
    ['(+1) 202 555 0150', '+1  202 555 0150'],
    ['(+1)2025550150', '+1 2025550150'],
    ['(001) 202 555 0150', '001  202 555 0150'],
    ['(202) 555-0150', '(202) 555-0150'],
    ['＋１（２０２）５５５－０１５０', '+1(202)555-0150'],
    ['٠٠١٢٠٢٥٥٥٠١٥٠', '0012025550150'],
    ['+ 1 202 555 0150.', '+1 202 555 0150'],
    ['Ana', 'Ana'],
    ['', ''],
  ])('reads %j as %j', (typed, plain) => {
    expect(plainNumber(typed)).toBe(plain)
  })

  it('reads the digits of every script, and its own answer the same way', () => {
    const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 15 })
    fc.assert(
      fc.property(digits, fc.constantFrom(...ZEROS), (written, zero) => {
        const start = zero.codePointAt(0) ?? 0
        const typed = written.map((digit) => String.fromCodePoint(start + digit)).join('')
        expect(plainNumber(typed)).toBe(written.join(''))
        expect(plainNumber(plainNumber(typed))).toBe(written.join(''))
      }),
    )
  })

  it('reads anything without throwing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        expect(plainNumber(typed)).toBeTypeOf('string')
      }),
    )
  })
})
