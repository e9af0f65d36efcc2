import { expect, it } from 'vitest'
import type { Message, TicketList, TimelineItem } from '../src/http/contract/index.ts'
import { CUSTOMER, WiredDesk } from './support/wired-desk.ts'

it('a ticket goes from the first text over a reply to its closing, and comes back with the next text', async () => {
  const wired = await WiredDesk.open()
  const { desk } = wired
  await wired.text('Where is my order?')
  await wired.dispatch()
  expect(desk.gateway.sent).toMatchObject([{ to: CUSTOMER, body: expect.stringContaining('ticket ID is 1') }])
  expect(await wired.ticket()).toMatchObject({
    number: 1,
    status: 'open',
    unread: true,
    contact: { address: CUSTOMER },
  })
  expect(await wired.list('view=waiting')).toEqual([1])

  const sent = await wired.reply('On its way.')
  expect(sent.statusCode).toBe(202)
  const queued: Message = sent.json()
  expect(queued).toMatchObject({
    author: { name: 'Ana' },
    delivery: { state: 'scheduled', segments: 1, needsAgent: false },
  })
  expect(await wired.list('view=replied')).toEqual([1])
  await wired.passHold()
  expect(desk.gateway.sent.at(-1)).toMatchObject({ id: queued.id, body: 'On its way.' })
  await wired.report({ reference: queued.id, status: 'delivered' })
  expect((await wired.message(queued.id)).delivery).toMatchObject({ state: 'delivered', attempts: 1, dueAt: null })

  expect((await desk.agent.put('/api/tickets/1/closure', { seenMessageId: queued.id })).statusCode).toBe(204)
  expect(await wired.ticket()).toMatchObject({ status: 'closed', waitingSince: null })
  expect(await wired.list('view=closed')).toEqual([1])
  await wired.text('It has not come')
  expect(await wired.ticket()).toMatchObject({
    status: 'open',
    lastMessage: { direction: 'in', preview: 'It has not come' },
  })
  expect((await wired.timeline()).map((item) => (item.type === 'message' ? item.body : item.what))).toEqual([
    'Where is my order?',
    expect.stringContaining('ticket ID is 1'),
    'On its way.',
    'closed',
    'reopened-by-text',
    'It has not come',
  ])
})

it('a ticket is followed by a second one when the window is 0', async () => {
  const wired = await WiredDesk.open()
  const [inbox] = (await wired.desk.owner.get('/api/inboxes')).json().items
  expect((await wired.desk.owner.patch(`/api/inboxes/${inbox.id}`, { reopenHours: 0 })).json()).toMatchObject({
    reopenHours: 0,
  })
  await wired.text('First')
  await wired.desk.agent.put('/api/tickets/1/closure')
  await wired.text('Second')
  await wired.dispatch()
  expect(await wired.list('view=open')).toEqual([2])
  expect(wired.desk.gateway.sent.map(({ body }) => body)).toEqual([
    expect.stringContaining('1'),
    expect.stringContaining('2'),
  ])
})

it('a ticket is not reopened by hand beside another open one', async () => {
  const wired = await WiredDesk.open()
  await wired.text('First')
  await wired.desk.agent.put('/api/tickets/1/closure')
  const [inbox] = (await wired.desk.owner.get('/api/inboxes')).json().items
  await wired.desk.owner.patch(`/api/inboxes/${inbox.id}`, { reopenHours: 0 })
  await wired.text('Second')
  expect((await wired.desk.agent.delete('/api/tickets/1/closure')).json()).toMatchObject({
    status: 409,
    code: 'other-ticket-open',
  })
  await wired.desk.agent.put('/api/tickets/2/closure')
  expect((await wired.desk.agent.delete('/api/tickets/1/closure')).statusCode).toBe(204)
  expect(await wired.list('view=open')).toEqual([1])
})

it('a ticket is assigned, noted in and found by words', async () => {
  const wired = await WiredDesk.open()
  const { desk } = wired
  await wired.text('The blue kettle leaks')
  await wired.text({ body: 'Hello', from: '+12025550124' })
  expect((await desk.agent.put('/api/tickets/1/assignee', { agentId: desk.agentId })).statusCode).toBe(204)
  expect(await wired.list('view=mine')).toEqual([1])
  expect(await wired.list('view=unassigned')).toEqual([2])
  const note = await desk.agent.post('/api/tickets/1/notes', { body: 'Ask for the serial number' })
  expect([note.statusCode, note.json()]).toMatchObject([201, { kind: 'note', delivery: null, author: { name: 'Ana' } }])
  expect((await desk.agent.put('/api/tickets/1/assignee', { agentId: null })).statusCode).toBe(204)
  const lines = (await wired.timeline()).flatMap((item) => (item.type === 'activity' ? [item] : []))
  expect(lines).toMatchObject([
    { what: 'assigned', actor: { name: 'Ana' }, assignee: { name: 'Ana' }, detail: null },
    { what: 'unassigned', assignee: null },
  ])
  expect((await desk.agent.get('/api/views')).json()).toEqual({ waiting: 2, unassigned: 2, attention: 0 })
  await desk.persistence.settleSearch()
  expect(await wired.list('view=all&q=kettle')).toEqual([1])
})

it('a ticket shows its timeline page by page, newest first', async () => {
  const wired = await WiredDesk.open()
  for (let i = 1; i <= 5; i += 1) await wired.text(`Text ${i}`)
  const newest = (await wired.desk.agent.get('/api/tickets/1/messages?limit=4')).json()
  const older = (await wired.desk.agent.get(`/api/tickets/1/messages?limit=4&cursor=${newest.nextCursor}`)).json()
  const seqs = [...older.items, ...newest.items].map(({ seq }: TimelineItem) => seq)
  expect(seqs).toEqual([1, 2, 3, 4, 5, 6])
  expect(older.nextCursor).toBeNull()
})

it('a ticket is listed page by page, each once', async () => {
  const wired = await WiredDesk.open()
  for (let i = 10; i < 17; i += 1) await wired.text({ body: 'Hello', from: `+120255501${i}` })
  const seen: number[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const page: TicketList = (await wired.desk.agent.get(`/api/tickets?view=waiting&limit=3&cursor=${cursor}`)).json()
    seen.push(...page.items.map(({ number }) => number))
    cursor = page.nextCursor
  }
  expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7])
})

it('a ticket that was merged leads to the one it went into', async () => {
  const wired = await WiredDesk.open()
  await wired.text('First')
  await wired.text({ body: 'Second', from: '+12025550124' })
  await wired.desk.persistence.unitOfWork.run(async ({ tickets }) => {
    const ticket = await tickets.find(1)
    if (ticket) await tickets.save({ ...ticket, status: 'closed', closedAt: wired.desk.clock.now(), mergedInto: 2 })
  })
  const moved = await wired.desk.agent.get('/api/tickets/1')
  expect([moved.statusCode, moved.headers.location]).toEqual([308, '/api/tickets/2'])
})
