import { expect, it } from 'vitest'
import { storage } from './storage.ts'
import { tryQuickly } from './try-fault.ts'

it(storage.promise, { timeout: 120_000 }, async () => {
  expect((await tryQuickly(storage)).broken).toEqual([])
})
