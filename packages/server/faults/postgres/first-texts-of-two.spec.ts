import { expect, it } from 'vitest'
import { firstTextsOfTwo } from '../first-texts-of-two.ts'
import { tryQuickly } from '../try-fault.ts'

it(firstTextsOfTwo.promise, { timeout: 120_000 }, async () => {
  expect((await tryQuickly(firstTextsOfTwo)).broken).toEqual([])
})
