import { expect, it } from 'vitest'
import { restore } from './restore.ts'
import { tryQuickly } from './try-fault.ts'

it(restore.promise, { timeout: 120_000 }, async () => {
  expect((await tryQuickly(restore)).broken).toEqual([])
})
