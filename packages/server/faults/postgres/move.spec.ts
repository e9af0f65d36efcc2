import { expect, it } from 'vitest'
import { move } from '../move.ts'
import { tryQuickly } from '../try-fault.ts'

it(move.promise, { timeout: 120_000 }, async () => {
  expect((await tryQuickly(move)).broken).toEqual([])
})
