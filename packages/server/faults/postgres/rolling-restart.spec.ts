import { expect, it } from 'vitest'
import { rollingRestart } from '../rolling-restart.ts'
import { tryQuickly } from '../try-fault.ts'

it(rollingRestart.promise, { timeout: 180_000 }, async () => {
  expect((await tryQuickly(rollingRestart)).broken).toEqual([])
})
