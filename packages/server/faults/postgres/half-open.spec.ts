import { expect, it } from 'vitest'
import { halfOpen } from '../half-open.ts'
import { tryQuickly } from '../try-fault.ts'

it(halfOpen.promise, { timeout: 120_000 }, async () => {
  expect((await tryQuickly(halfOpen)).broken).toEqual([])
})
