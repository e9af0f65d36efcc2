import { expect, it } from 'vitest'
import type { CannedReply, DraftList } from '../src/http/contract/index.ts'
import type { DeskClient } from './support/desk-client.ts'
import { CUSTOMER, WiredDesk } from './support/wired-desk.ts'

const drafts = async (who: DeskClient, place = ''): Promise<string[]> => {
  const { items }: DraftList = (await who.get(`/api/drafts${place}`)).json()
  return items.map(({ ticketNumber, mode, body }) => `${ticketNumber} ${mode}: ${body}`)
}

it('canned replies are added, changed, listed and removed by agents', async () => {
  const { desk } = await WiredDesk.open()
  const { agent, owner, clock } = desk
  const fields = { shortcut: 'on-it', body: 'Hi {{name}}, ticket {{ticket}} is with {{agent}}.' }
  const added = await agent.post('/api/canned-replies', fields)
  const at = new Date(clock.now()).toISOString()
  expect([added.statusCode, added.json()]).toMatchObject([
    201,
    { ...fields, title: null, createdAt: at, updatedAt: at },
  ])
  const { id }: CannedReply = added.json()
  await agent.post('/api/canned-replies', { shortcut: 'hours', title: 'Opening hours', body: 'From 9 to 5.' })
  expect((await owner.post('/api/canned-replies', fields)).json()).toMatchObject({
    status: 409,
    code: 'shortcut-taken',
  })
  expect((await owner.patch(`/api/canned-replies/${id}`, { title: 'On it' })).json()).toMatchObject({
    ...fields,
    title: 'On it',
  })
  const { items } = (await agent.get('/api/canned-replies')).json()
  expect(items.map(({ shortcut }: CannedReply) => shortcut)).toEqual(['hours', 'on-it'])
  expect((await agent.delete(`/api/canned-replies/${id}`)).statusCode).toBe(204)
  expect((await agent.delete(`/api/canned-replies/${id}`)).json()).toMatchObject({ status: 404, code: 'not-found' })
})

it('drafts follow the agent, and end with the reply or the note', async () => {
  const wired = await WiredDesk.open()
  const { agent, owner } = wired.desk
  await wired.text('Hello')
  await wired.text({ body: 'Hello', from: '+12025550124' })
  const save = (who: DeskClient, number: number, mode: string, body: string) => {
    wired.desk.clock.advance(1_000)
    return who.put(`/api/drafts/${number}`, { mode, body })
  }
  expect((await save(agent, 1, 'reply', 'On its')).statusCode).toBe(204)
  await save(agent, 1, 'reply', 'On its way')
  await save(agent, 1, 'note', 'VIP')
  await save(agent, 2, 'reply', 'Other')
  await save(owner, 1, 'reply', 'Theirs')
  expect(await drafts(agent)).toEqual(['2 reply: Other', '1 note: VIP', '1 reply: On its way'])
  expect(await drafts(agent, '/1')).toEqual(['1 note: VIP', '1 reply: On its way'])
  expect((await wired.reply('On its way')).statusCode).toBe(202)
  expect(await drafts(agent, '/1')).toEqual(['1 note: VIP'])
  await agent.post('/api/tickets/1/notes', { body: 'VIP' })
  expect(await drafts(agent)).toEqual(['2 reply: Other'])
  expect((await agent.delete('/api/drafts/2?mode=note')).statusCode).toBe(204)
  expect(await drafts(agent)).toEqual(['2 reply: Other'])
  await agent.delete('/api/drafts/2')
  expect([await drafts(agent), await drafts(owner)]).toEqual([[], ['1 reply: Theirs']])
})

it('a conversation with somebody who has an open ticket becomes the draft there, below what was begun', async () => {
  const wired = await WiredDesk.open()
  const { agent, gateway } = wired.desk
  await wired.text('Where is my order?')
  await wired.dispatch()
  const texts = gateway.sent.length
  const start = async (body: string) => {
    const answer = await agent.post('/api/tickets', { phone: CUSTOMER, body })
    return [answer.statusCode, answer.json().number, answer.json().draft, answer.headers['location']]
  }
  expect(await start('It is here.')).toEqual([200, 1, { body: 'It is here.' }, '/api/tickets/1'])
  const both = 'It is here.\n\nCome and get it.'
  expect(await start('Come and get it.')).toEqual([200, 1, { body: both }, '/api/tickets/1'])
  expect(await drafts(agent)).toEqual([`1 reply: ${both}`])
  expect(await drafts(wired.desk.owner)).toEqual([])
  await wired.passHold()
  expect(gateway.sent).toHaveLength(texts)
  const started = await agent.post('/api/tickets', { phone: '+12025550177', body: 'Hello' })
  expect([started.statusCode, started.json().draft]).toEqual([201, undefined])
})
