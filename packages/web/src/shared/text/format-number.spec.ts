import { describe, expect, it } from 'vitest'
import { formatNumber } from './format-number.ts'

describe('formatNumber', () => {
  it.each([
    ['+12025550101', '+1 202 555 0101'],
    ['+61491570156', '+61 491 570 156'],
    ['+31612345678', '+31 612 345 678'],
    ['+353851234567', '+353 851 234 567'],
    ['3010', '3010'],
    ['ING', 'ING'],
  ])('%s reads %s', (address, words) => {
    expect(formatNumber(address)).toBe(words)
  })
})
