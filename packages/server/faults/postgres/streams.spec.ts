import { expect, it } from 'vitest'
import { streams } from '../streams.ts'
import { tryQuickly } from '../try-fault.ts'

it(streams.promise, { timeout: 120_000 }, async () => {
  expect((await tryQuickly(streams)).broken).toEqual([])
})
