import { expect, it } from 'vitest'
import { killsOfTwo } from '../kills-of-two.ts'
import { tryQuickly } from '../try-fault.ts'

it(killsOfTwo.promise, { timeout: 180_000 }, async () => {
  const { figures, broken } = await tryQuickly(killsOfTwo)
  expect(broken).toEqual([])
  // Both die once.
  expect(figures['kills']).toBe(7)
  // Points that nobody passes would kill nobody.
  expect(Number(figures['killed after the load'] ?? 0)).toBeLessThan(4)
})
