import { expect, it } from 'vitest'
import { reports } from './reports.ts'
import { tryQuickly } from './try-fault.ts'

it(reports.promise, { timeout: 120_000 }, async () => {
  expect((await tryQuickly(reports)).broken).toEqual([])
})
