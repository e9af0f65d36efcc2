import { expect, it } from 'vitest'
import type { DeliveryHistory, Message } from '../src/http/contract/index.ts'
import { WiredDesk } from './support/wired-desk.ts'

const PROVIDER_ID = 'e8077d803532c0b5937c639b60216938'

async function historyOf(wired: WiredDesk, id: string): Promise<DeliveryHistory> {
  return (await wired.desk.agent.get(`/api/tickets/1/replies/${id}/history`)).json()
}

it('the history of a reply tells attempts, reports and who settled it', async () => {
  const wired = await WiredDesk.open()
  const { agent, gateway, clock } = wired.desk
  await wired.text('Hello')
  await wired.dispatch()
  const sent: Message = (await wired.reply('Hi')).json()
  expect(await historyOf(wired, sent.id)).toEqual({ state: 'scheduled', reason: null, settled: null, items: [] })

  gateway.answer({ kind: 'retry-later', reason: 'not reachable: ETIMEDOUT', retryAfterMs: null, pausesNumber: false })
  gateway.answer({ kind: 'accepted', providerMessageId: PROVIDER_ID })
  await wired.passHold()
  clock.advance(10_000)
  await wired.dispatch()
  await wired.report({ id: PROVIDER_ID, status: 'sent' })
  clock.advance(1_000)
  await wired.report({ reference: sent.id, status: 'delivery_failed', errorCode: 1, reason: 'unknown subscriber' })
  clock.advance(1_000)
  await agent.put(`/api/tickets/1/replies/${sent.id}/arrived`)

  const history = await historyOf(wired, sent.id)
  expect(history).toMatchObject({ state: 'delivered', reason: 'agent', settled: { by: { name: 'Ana' } } })
  expect(history.settled?.at).toBe(new Date(clock.now()).toISOString())
  expect(history.items).toMatchObject([
    { type: 'attempt', number: 1, outcome: 'later', reason: null, detail: 'not reachable: ETIMEDOUT' },
    { type: 'attempt', number: 2, outcome: 'accepted', reason: null, detail: null },
    { type: 'report', state: 'sent', status: 'sent', reason: null, detail: null },
    {
      type: 'report',
      state: 'failed',
      status: 'delivery_failed',
      reason: 'unknown-subscriber',
      detail: 'unknown subscriber (code 1)',
    },
  ])
  expect(history.items.map(({ at }) => at)).toEqual(history.items.map(({ at }) => at).toSorted())
})

it('a report that came before the provider answered is held, and stands in the history then', async () => {
  const wired = await WiredDesk.open()
  await wired.text('Hello')
  await wired.dispatch()
  const sent: Message = (await wired.reply('Hi')).json()
  wired.desk.gateway.answer(async () => {
    await wired.report({ id: PROVIDER_ID, status: 'delivered' })
    return { kind: 'accepted', providerMessageId: PROVIDER_ID }
  })
  await wired.passHold()
  expect((await wired.message(sent.id)).delivery).toMatchObject({ state: 'delivered' })
  expect((await historyOf(wired, sent.id)).items).toMatchObject([{ outcome: 'accepted' }, { state: 'delivered' }])
})

it('an automatic text has a history; a text from the customer, a note and a stranger have none', async () => {
  const wired = await WiredDesk.open()
  const { agent } = wired.desk
  await wired.text('Hello')
  await wired.dispatch()
  const note = (await agent.post('/api/tickets/1/notes', { body: 'Fussy' })).json()
  const [text, automatic] = (await wired.timeline()).filter(({ type }) => type === 'message')
  expect((await historyOf(wired, automatic?.id ?? '')).items).toMatchObject([{ type: 'attempt', outcome: 'accepted' }])
  for (const id of [text?.id, note.id, 'nobody']) {
    expect((await agent.get(`/api/tickets/1/replies/${id}/history`)).json()).toMatchObject({ status: 404 })
  }
  expect((await agent.get(`/api/tickets/2/replies/${automatic?.id}/history`)).json()).toMatchObject({ status: 404 })
})
