import { expect, it, onTestFinished } from 'vitest'
import type { TicketList } from '../src/http/contract/index.ts'
import { SnoozeWorker } from '../src/workers/snooze-worker.ts'
import { WiredDesk } from './support/wired-desk.ts'

const OTHER = '+12025550124'
const HOUR = 3_600_000
const iso = (at: number) => new Date(at).toISOString()

async function withTickets(): Promise<WiredDesk> {
  const wired = await WiredDesk.open()
  await wired.text('Where is my order?')
  await wired.text({ body: 'Hello', from: OTHER })
  return wired
}

it('a ticket is tagged, found by its tag in every view, and the tag is offered for the next', async () => {
  const wired = await withTickets()
  const { agent } = wired.desk
  const tagged = await agent.put('/api/tickets/1/tags', { tags: [' Refund ', 'refund', 'VIP'] })
  expect([tagged.statusCode, tagged.json()]).toEqual([200, { tags: ['Refund', 'VIP'] }])
  expect((await agent.put('/api/tickets/2/tags', { tags: ['REFUND'] })).json()).toEqual({ tags: ['Refund'] })
  expect((await wired.ticket()).tags).toEqual(['Refund', 'VIP'])
  expect(await wired.list('view=waiting&tag=refund')).toEqual([1, 2])
  expect(await wired.list('view=all&tag=refund')).toEqual([2, 1])
  expect(await wired.list('view=open&tag=vip')).toEqual([1])
  expect((await agent.get('/api/tags')).json()).toEqual({
    items: [
      { tag: 'Refund', tickets: 2 },
      { tag: 'VIP', tickets: 1 },
    ],
  })
  expect((await wired.timeline()).filter(({ type }) => type === 'activity')).toEqual([])
  await agent.put('/api/tickets/1/tags', { tags: [] })
  expect(await wired.list('view=all&tag=refund')).toEqual([2])
  expect(await wired.list('view=all&tag=nothing')).toEqual([])
})

const tagPath = (tag: string) => `/api/tickets/1/tags/${encodeURIComponent(tag)}`

it('a tag is added and taken off by itself, however it is written and spelled', async () => {
  const wired = await withTickets()
  const { agent } = wired.desk
  await agent.put('/api/tickets/2/tags', { tags: ['Refund'] })
  const odd = ['50 % off/on?', '#1 & co', '退款', `${'🎉'.repeat(39)}x`]
  for (const tag of [' refund ', ...odd]) expect((await agent.put(tagPath(tag))).statusCode).toBe(200)
  expect((await wired.ticket()).tags).toEqual(['Refund', ...odd])
  expect((await agent.put(tagPath('REFUND'))).json()).toEqual({ tags: ['Refund', ...odd] })
  for (const tag of odd) expect((await agent.delete(tagPath(tag))).statusCode).toBe(200)
  expect((await agent.delete(tagPath('nothing like it'))).json()).toEqual({ tags: ['Refund'] })
  expect((await agent.put(tagPath('first'), { place: 0 })).json()).toEqual({ tags: ['first', 'Refund'] })
  expect((await agent.delete(tagPath('REFUND'))).json()).toEqual({ tags: ['first'] })
})

it('agents who tag a ticket at once lose no tag', async () => {
  const wired = await withTickets()
  const { agent, owner } = wired.desk
  await agent.put('/api/tickets/1/tags', { tags: ['gone', 'stays'] })
  const asked = Array.from({ length: 8 }, (_, n) => `tag ${n}`)
  const answers = await Promise.all([
    ...asked.map((tag, n) => (n % 2 === 0 ? agent : owner).put(tagPath(tag))),
    owner.delete(tagPath('gone')),
  ])
  expect(answers.map(({ statusCode }) => statusCode)).toEqual(answers.map(() => 200))
  expect([...(await wired.ticket()).tags].sort()).toEqual(['stays', ...asked].sort())
  expect(await wired.list('view=all&tag=gone')).toEqual([])
  for (const tag of asked) expect(await wired.list(`view=all&tag=${encodeURIComponent(tag)}`)).toEqual([1])
})

it('the tickets of a tag are paged, each once, closed ones too', async () => {
  const wired = await WiredDesk.open()
  const { agent } = wired.desk
  for (let i = 10; i < 17; i += 1) await wired.text({ body: 'Hello', from: `+120255501${i}` })
  for (const number of [1, 2, 4, 5, 7]) await agent.put(`/api/tickets/${number}/tags`, { tags: ['Refund'] })
  for (const number of [2, 3]) {
    wired.desk.clock.advance(1_000)
    await agent.put(`/api/tickets/${number}/closure`)
  }
  const seen: number[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const page: TicketList = (await agent.get(`/api/tickets?view=all&tag=refund&limit=2&cursor=${cursor}`)).json()
    seen.push(...page.items.map(({ number }) => number))
    cursor = page.nextCursor
  }
  expect(seen).toEqual([2, 7, 5, 4, 1])
  expect(await wired.list('view=closed&tag=refund')).toEqual([2])
})

it('a snoozed ticket leaves the line, and wakes by hand or with the next text', async () => {
  const wired = await withTickets()
  const { agent, clock } = wired.desk
  const until = iso(clock.now() + HOUR)
  expect((await agent.put('/api/tickets/1/snooze', { until })).statusCode).toBe(204)
  const { waitingSince } = await wired.ticket(1)
  expect(waitingSince).not.toBeNull()
  expect(await wired.ticket()).toMatchObject({ status: 'snoozed', snoozedUntil: until })
  expect(await wired.list('view=waiting')).toEqual([2])
  expect(await wired.list('view=snoozed')).toEqual([1])
  expect((await agent.get('/api/views')).json()).toMatchObject({ waiting: 1 })
  expect((await agent.delete('/api/tickets/1/snooze')).statusCode).toBe(204)
  expect(await wired.ticket()).toMatchObject({ status: 'open', snoozedUntil: null, waitingSince })
  await agent.put('/api/tickets/1/snooze', { until })
  await wired.text('Hello?')
  expect(await wired.list('view=waiting')).toEqual([1, 2])
  const lines = (await wired.timeline()).flatMap((item) => (item.type === 'activity' ? [item] : []))
  expect(lines.map(({ what, actor, detail }) => [what, actor?.name ?? null, detail])).toEqual([
    ['snoozed', 'Ana', until],
    ['woken', 'Ana', null],
    ['snoozed', 'Ana', until],
    ['woken', null, 'text'],
  ])
})

it('a ticket is not snoozed until a day that no calendar has', async () => {
  const wired = await withTickets()
  for (const until of ['2027-06-31T00:00:00Z', '2027-02-29T10:00:00Z', '2027-01-10T24:00:00Z', '2027-01-10']) {
    const answer = await wired.desk.agent.put('/api/tickets/1/snooze', { until })
    expect([until, answer.statusCode, answer.json().detail]).toEqual([until, 400, expect.stringContaining('until')])
  }
  expect(await wired.ticket()).toMatchObject({ snoozedUntil: null })
})

it('a snoozed ticket wakes by itself when its time comes', async () => {
  const wired = await withTickets()
  const { agent, clock, container, persistence } = wired.desk
  const snoozeWorker = container.resolve(SnoozeWorker)
  snoozeWorker.start()
  onTestFinished(() => snoozeWorker.stop())
  await agent.put('/api/tickets/1/snooze', { until: iso(clock.now() + HOUR) })
  clock.advance(HOUR)
  const woken = new Promise<void>((resolve) => {
    persistence.changeFeed.subscribe((changes) => {
      if (changes.some((change) => change.kind === 'ticket' && change.ticketNumber === 1)) resolve()
    })
  })
  // The clock stands still, so the snooze worker is told of the new time by a change somewhere on the desk.
  await agent.put('/api/tickets/2/closure')
  await woken
  expect(await wired.ticket()).toMatchObject({ status: 'open', snoozedUntil: null, updatedAt: iso(clock.now()) })
})

it('a ticket cannot be snoozed into the past, for ever, or once it is closed', async () => {
  const wired = await withTickets()
  const { agent, clock } = wired.desk
  const snooze = async (number: number, until: string) => {
    const { status, code } = (await agent.put(`/api/tickets/${number}/snooze`, { until })).json()
    return `${status} ${code}`
  }
  for (const until of [iso(clock.now()), iso(clock.now() + 367 * 24 * HOUR), 'tomorrow'])
    expect(await snooze(1, until)).toBe('400 invalid-input')
  await agent.put('/api/tickets/1/closure')
  expect(await snooze(1, iso(clock.now() + HOUR))).toBe('409 ticket-closed')
  expect(await snooze(7, iso(clock.now() + HOUR))).toBe('404 not-found')
})
