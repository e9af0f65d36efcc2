import { expect, it } from 'vitest'
import { CUSTOMER, WiredDesk } from './support/wired-desk.ts'

const HOUR = 3_600_000
const KEY = { 'undo-key': 'a-key' }
const iso = (at: number) => new Date(at).toISOString()

async function withTicket(): Promise<WiredDesk> {
  const wired = await WiredDesk.open()
  await wired.text('Where is my order?')
  wired.desk.clock.advance(HOUR)
  return wired
}

it('a ticket that waits is reopened by hand as one that waits', async () => {
  const wired = await withTicket()
  const { waitingSince } = await wired.ticket()
  await wired.desk.agent.put('/api/tickets/1/closure')
  await wired.desk.agent.delete('/api/tickets/1/closure')
  expect((await wired.ticket()).waitingSince).toBe(waitingSince)
  expect(await wired.list('view=waiting')).toEqual([1])
})

it('every action with a key is undone: the ticket equals what it was', async () => {
  const wired = await withTicket()
  const { agent, clock } = wired.desk
  const until = iso(clock.now() + HOUR)
  const actions: (() => Promise<{ statusCode: number }>)[] = [
    () => agent.put('/api/tickets/1/assignee', { agentId: wired.desk.agentId }, KEY),
    () => agent.put('/api/tickets/1/tags', { tags: ['refund'] }, KEY),
    () => agent.put('/api/tickets/1/snooze', { until }, KEY),
    () => agent.put('/api/tickets/1/closure', undefined, KEY),
  ]
  for (const act of actions) {
    const before = await wired.ticket()
    await act()
    clock.advance(5_000)
    expect(await wired.ticket()).not.toEqual(before)
    const undone = await agent.delete('/api/tickets/1/actions/a-key')
    expect([undone.statusCode, undone.json()]).toEqual([200, { changedSince: false }])
    expect(await wired.ticket()).toEqual(before)
    // Once more, so that the next one is undone from there.
    await act()
  }
  const closed = await wired.ticket()
  await agent.delete('/api/tickets/1/closure', KEY)
  await agent.delete('/api/tickets/1/actions/a-key')
  expect(await wired.ticket()).toEqual(closed)
})

it('a snoozed ticket that was closed comes back snoozed, and what failed in it comes back unsettled', async () => {
  const wired = await withTicket()
  const { agent, clock } = wired.desk
  const reply = (await wired.reply('On its way.')).json()
  await wired.passHold()
  await wired.report({ reference: reply.id, status: 'delivery_failed' })
  await agent.put('/api/tickets/1/snooze', { until: iso(clock.now() + HOUR) })
  const before = await wired.ticket()
  expect(before).toMatchObject({ status: 'snoozed', needsAttention: true })
  await agent.put('/api/tickets/1/closure', undefined, KEY)
  expect((await wired.ticket()).needsAttention).toBe(false)
  await agent.delete('/api/tickets/1/actions/a-key')
  expect(await wired.ticket()).toEqual(before)
})

it('what somebody else changed since stays, and it is said', async () => {
  const wired = await withTicket()
  const { agent, owner } = wired.desk
  await agent.put('/api/tickets/1/closure', undefined, KEY)
  await owner.put('/api/tickets/1/tags', { tags: ['refund'] })
  expect((await owner.delete('/api/tickets/1/actions/a-key')).statusCode).toBe(404)
  expect((await agent.delete('/api/tickets/1/actions/a-key')).json()).toEqual({ changedSince: true })
  expect(await wired.ticket()).toMatchObject({ status: 'open', tags: ['refund'] })
  await agent.put('/api/tickets/1/closure', undefined, KEY)
  await wired.text({ body: 'Hello?', from: CUSTOMER })
  const refused = await agent.delete('/api/tickets/1/actions/a-key')
  expect(refused.json()).toMatchObject({ status: 409, code: 'ticket-changed' })
  expect((await agent.put('/api/tickets/1/closure', undefined, { 'undo-key': 'x'.repeat(65) })).json()).toMatchObject({
    status: 400,
    code: 'undo-key-invalid',
  })
})
