import { FixedClock, MemoryDesk } from '@textdesk/core/testing'
import { expect, it } from 'vitest'
import { Housekeeper, SIGNATURE_KEPT_MS } from './housekeeper.ts'

function aDesk() {
  const clock = new FixedClock()
  const { unitOfWork } = new MemoryDesk()
  const errors: unknown[] = []
  const housekeeper = new Housekeeper({ unitOfWork, clock, onError: (error) => errors.push(error) })
  const claim = (jti: string) => unitOfWork.run(({ receipts }) => receipts.claimSignature(jti, clock.now()))
  return { clock, housekeeper, claim, errors }
}

it('forgets a signature id ten minutes after its end, and not before', async () => {
  const { clock, housekeeper, claim } = aDesk()
  await claim('old')
  clock.advance(SIGNATURE_KEPT_MS - 1_000)
  await housekeeper.tidy()
  expect(await claim('old')).toBe(false)
  clock.advance(2_000)
  await housekeeper.tidy()
  expect(await claim('old')).toBe(true)
})

it('survives storage trouble and says so', async () => {
  const errors: unknown[] = []
  const unitOfWork = { run: () => Promise.reject(new Error('storage')) }
  const housekeeper = new Housekeeper({ unitOfWork, clock: new FixedClock(), onError: (error) => errors.push(error) })
  await housekeeper.tidy()
  expect(errors).toHaveLength(1)
})
