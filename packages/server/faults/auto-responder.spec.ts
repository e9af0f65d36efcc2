import { expect, it } from 'vitest'
import { autoResponder } from './auto-responder.ts'
import { tryQuickly } from './try-fault.ts'

it(autoResponder.promise, { timeout: 60_000 }, async () => {
  expect((await tryQuickly(autoResponder)).broken).toEqual([])
})
