import { FixedClock, SequentialIds } from '@textdesk/core/testing'
import { expect, it } from 'vitest'
import { StagedNetwork } from './staged-network.ts'

function aNetwork() {
  const clock = new FixedClock()
  const network = new StagedNetwork({ clock, ids: new SequentialIds() })
  const send = (id: string, to: string) => network.send({ id, from: '+12025550100', to, body: 'Hello' })
  const statuses = () => network.fetchReports().map(({ fields }) => `${fields['reference']} ${fields['status']}`)
  return { clock, network, send, statuses }
}

it('hands out each report once, when the clock has come to it', async () => {
  const { clock, network, send, statuses } = aNetwork()
  expect(network.nextReportAt).toBeNull()
  expect(await send('a', '+12025550101')).toMatchObject({ kind: 'accepted' })
  clock.advance(1_000)
  await send('b', '+12025550199')
  expect(statuses()).toEqual([])
  clock.set(network.nextReportAt ?? 0)
  expect(statuses()).toEqual(['a sent'])
  clock.advance(60_000)
  expect(statuses()).toEqual(['b sent', 'a delivered', 'b delivery_failed'])
  expect(statuses()).toEqual([])
  expect(network.nextReportAt).toBeNull()
})

it('plays the same faults as the simulated network', async () => {
  const { network, send } = aNetwork()
  expect(await send('a', '+12025550197')).toMatchObject({ kind: 'rejected', reason: 'no-balance' })
  expect(network.nextReportAt).toBeNull()
})
