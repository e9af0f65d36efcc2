import { expect, it } from 'vitest'
import { bodies } from './bodies.ts'
import { tryQuickly } from './try-fault.ts'

it(bodies.promise, { timeout: 120_000 }, async () => {
  const { figures, broken } = await tryQuickly(bodies)
  expect(broken, `with the seed ${figures['seed']}`).toEqual([])
})
