import { expect, it } from 'vitest'
import { isUsNumber } from './is-us-number.ts'

it.each([
  ['+12025550100', true],
  ['+17875550100', true],
  ['+18005550100', true],
  ['+14165550100', false],
  ['+18765550100', false],
  ['+61491570156', false],
  ['12345', false],
])('%s is of the United States: %s', (number, expected) => expect(isUsNumber(number)).toBe(expected))
