import { expect, it } from 'vitest'
import { backlog } from './backlog.ts'
import { tryQuickly } from './try-fault.ts'

it(backlog.promise, { timeout: 60_000 }, async () => {
  expect((await tryQuickly(backlog)).broken).toEqual([])
})
