import { expect, it } from 'vitest'
import { standstill } from '../standstill.ts'
import { tryQuickly } from '../try-fault.ts'

it(standstill.promise, { timeout: 180_000 }, async () => {
  const { figures, broken } = await tryQuickly(standstill)
  expect(broken).toEqual([])
  expect(figures['SMS claimed or on their way then']).toBeGreaterThan(0)
})
