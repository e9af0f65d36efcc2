import { beforeEach, expect, it } from 'vitest'
import { WiredDesk } from './support/wired-desk.ts'

let wired: WiredDesk

const shown = async (number: number) =>
  (await wired.timeline(number)).map((item) => (item.type === 'message' ? item.body : `${item.what} ${item.detail}`))
const idOf = async (body: string, number = 1) =>
  (await wired.timeline(number)).find((item) => item.type === 'message' && item.body === body)?.id
const move = async (body: string, number = 1) =>
  wired.desk.agent.post(`/api/tickets/${number}/messages/${await idOf(body, number)}/move`)
const merge = (number: number, into: number) => wired.desk.agent.put(`/api/tickets/${number}/merge`, { into })
const confirmation = (number: number) => expect.stringContaining(`ticket ID is ${number}`)

beforeEach(async () => {
  wired = await WiredDesk.open()
  await wired.text('Where is my order?')
  await wired.dispatch()
})

it('every text says why it stands in its ticket, and nothing else does', async () => {
  const opened = new Date(wired.desk.clock.now()).toISOString()
  await wired.text('Hello?')
  const placements = (await wired.timeline()).map((item) => item.type === 'message' && item.placement)
  const nothing = { ticket: null, at: null, reopenHours: null }
  expect(placements).toEqual([
    { ...nothing, reason: 'first-text' },
    null,
    { ...nothing, reason: 'open-ticket', at: opened },
  ])
})

it('a text is moved with all that followed it, the reply that is being held included', async () => {
  await wired.text('Do you fix lamps?')
  const reply = (await wired.reply('We do.')).json()
  const moved = await move('Do you fix lamps?')
  expect([moved.statusCode, moved.json()]).toEqual([200, { number: 2 }])
  expect(await shown(1)).toEqual(['Where is my order?', confirmation(1), 'moved-to 2'])
  expect(await shown(2)).toEqual(['Do you fix lamps?', 'We do.', 'moved-from 1'])
  expect([(await wired.ticket(1)).status, (await wired.ticket(2)).status]).toEqual(['closed', 'open'])
  await wired.passHold()
  expect(wired.desk.gateway.sent.map(({ body }) => body)).toEqual([confirmation(1), 'We do.'])
  await wired.report({ reference: reply.id, status: 'delivered' })
  expect((await wired.message(reply.id, 2)).delivery).toMatchObject({ state: 'delivered', attempts: 1 })
})

it('moving says no in words: to what is not there, not a text, or all there is', async () => {
  const gone = await wired.desk.agent.post('/api/tickets/1/messages/none/move')
  expect(gone.json()).toMatchObject({ status: 404, code: 'not-found' })
  expect((await move('Where is my order?')).json()).toMatchObject({ status: 409, code: 'nothing-stays' })
  const confirmed = (await wired.timeline())[1]?.id
  const refused = await wired.desk.agent.post(`/api/tickets/1/messages/${confirmed}/move`)
  expect(refused.json()).toMatchObject({ status: 409, code: 'not-movable' })
})

it('merged tickets are one, and the number of the other leads there', async () => {
  await wired.desk.agent.put('/api/tickets/1/closure')
  await wired.desk.agent.put('/api/tickets/1/tags', { tags: ['order'] })
  const [inbox] = (await wired.desk.owner.get('/api/inboxes')).json().items
  await wired.desk.owner.patch(`/api/inboxes/${inbox.id}`, { reopenHours: 0 })
  await wired.text('Still nothing')
  const merged = await merge(1, 2)
  expect([merged.statusCode, merged.json()]).toEqual([200, { number: 2 }])
  const story = [
    'Where is my order?',
    confirmation(1),
    'closed null',
    'Still nothing',
    confirmation(2),
    'merged-from 1',
  ]
  expect(await shown(2)).toEqual(story)
  expect(await wired.ticket(2)).toMatchObject({ status: 'open', tags: ['order'], unread: true })
  for (const path of ['', '/messages']) {
    const leads = await wired.desk.agent.get(`/api/tickets/1${path}`)
    expect([leads.statusCode, leads.headers.location]).toEqual([308, `/api/tickets/2${path}`])
  }
  expect([
    await wired.list('view=all'),
    await wired.list('view=closed'),
    await wired.list('view=all&tag=order'),
  ]).toEqual([[2], [], [2]])
  expect((await wired.desk.agent.get('/api/tags')).json()).toEqual({ items: [{ tag: 'order', tickets: 1 }] })
  expect((await wired.desk.agent.delete('/api/tickets/1/closure')).json()).toMatchObject({
    status: 409,
    code: 'ticket-merged',
    ticketNumber: 2,
  })
})

it('merging says no to tickets that do not belong together, and to numbers that are none', async () => {
  await wired.text({ body: 'Hi', from: '+12025550124' })
  expect((await merge(1, 2)).json()).toMatchObject({ status: 409, code: 'not-mergeable' })
  expect((await merge(1, 1)).json()).toMatchObject({ status: 409, code: 'not-mergeable' })
  expect((await merge(1, 7)).json()).toMatchObject({ status: 404, code: 'not-found' })
  expect((await merge(1, 0)).json()).toMatchObject({ status: 400, code: 'invalid-input' })
})
