import { expect, it } from 'vitest'
import { database } from '../database.ts'
import { tryQuickly } from '../try-fault.ts'

it(database.promise, { timeout: 120_000 }, async () => {
  expect((await tryQuickly(database)).broken).toEqual([])
})
