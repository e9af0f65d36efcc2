import { expect, it } from 'vitest'
import { honourWords } from './stop-request-words.ts'

const at = '2026-11-16T15:00:00.000Z'

it.each([
  ['2026-11-17T15:00:00Z', /10 left, until .*1 Dec/],
  ['2026-11-30T15:00:00Z', /2 left/],
  ['2026-12-01T15:00:00Z', /1 left/],
  ['2026-12-02T15:00:00Z', /ended on .*1 Dec/],
])('counts the business days down: %s', (now, words) => {
  expect(honourWords({ at, honourBy: '2026-12-01' }, Date.parse(now))).toMatch(words)
})

it('counts nothing where no law does', () => {
  expect(honourWords({ at, honourBy: null }, Date.parse(at))).toBeNull()
})
