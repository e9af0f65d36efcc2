import { expect, it } from 'vitest'
import { bytes } from './bytes.ts'

it.each([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [1_000, '1.0 KB'],
  [3_400_000, '3.4 MB'],
  [123_456_789_000, '123 GB'],
  [5e15, '5000 TB'],
])('writes %d as %s', (count, expected) => expect(bytes(count)).toBe(expected))
