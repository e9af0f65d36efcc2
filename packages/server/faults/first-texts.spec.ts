import { expect, it } from 'vitest'
import { firstTexts } from './first-texts.ts'
import { tryQuickly } from './try-fault.ts'

it(firstTexts.promise, { timeout: 60_000 }, async () => {
  expect((await tryQuickly(firstTexts)).broken).toEqual([])
})
