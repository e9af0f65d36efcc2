import { expect, it } from 'vitest'
import { migrations } from './migrations.ts'
import { tryQuickly } from './try-fault.ts'

it(migrations.promise, { timeout: 240_000 }, async () => {
  expect((await tryQuickly(migrations)).broken).toEqual([])
})
