import { expect, it } from 'vitest'
import { isolated } from './isolated.ts'

it.each(['Ana', 'Łukasz', '王芳', '+1 202 555 0101', '👍', ''])('leaves %j as it is', (words) => {
  expect(isolated(words)).toBe(words)
})

it.each(['ليلى', 'דנה', 'Ana (ליאור)', 'ߊ', 'a\u202Eb', '\u{1E900}'])('isolates %j', (words) => {
  expect(isolated(words)).toBe(`\u2068${words}\u2069`)
})
