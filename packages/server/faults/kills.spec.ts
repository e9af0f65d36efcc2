import { expect, it } from 'vitest'
import { kills } from './kills.ts'
import { tryQuickly } from './try-fault.ts'

it(kills.promise, { timeout: 240_000 }, async () => {
  const { figures, broken } = await tryQuickly(kills)
  expect(broken).toEqual([])
  expect(figures['kills']).toBe(20)
  // Points that nobody passes would kill nobody.
  expect(Number(figures['killed after the load'] ?? 0)).toBeLessThan(9)
})
