import { expect, it } from 'vitest'
import { isSameAddress } from './same-address.ts'

it.each([
  ['+12025550101', '+12025550101', true],
  [' +1 (202) 555-0101 ', '+12025550101', true],
  ['ING', 'ING', true],
  ['12025550101', '+12025550101', false],
  ['+1202555010', '+12025550101', false],
  ['', '+12025550101', false],
])('%j for %s: %s', (written, address, isSame) => {
  expect(isSameAddress(written, address)).toBe(isSame)
})
