import { expect, it } from 'vitest'
import { formatBytes } from './format-bytes.ts'

it.each([
  [0, '0 bytes'],
  [820, '820 bytes'],
  [1_000, '1 KB'],
  [1_440_000, '1.4 MB'],
  [52_300_000_000, '52 GB'],
  [2e15, '2,000 TB'],
])('%d is %s', (bytes, words) => {
  expect(formatBytes(bytes)).toBe(words)
})
