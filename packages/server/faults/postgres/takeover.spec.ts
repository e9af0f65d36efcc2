import { expect, it } from 'vitest'
import { takeover } from '../takeover.ts'
import { tryQuickly } from '../try-fault.ts'

it(takeover.promise, { timeout: 120_000 }, async () => {
  const { figures, broken } = await tryQuickly(takeover)
  expect(broken).toEqual([])
  expect(figures['texts claimed by them']).toBeGreaterThan(0)
})
