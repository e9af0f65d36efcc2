import { expect, it } from 'vitest'
import { resets } from './resets.ts'
import { tryQuickly } from './try-fault.ts'

it(resets.promise, { timeout: 120_000 }, async () => {
  expect((await tryQuickly(resets)).broken).toEqual([])
})
