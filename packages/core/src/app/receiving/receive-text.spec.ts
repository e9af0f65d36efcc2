import { beforeEach, describe, expect, it } from 'vitest'
import { ANA, BEN, TestDesk } from '../../../testing/test-desk.ts'
import { ReplyToTicket } from '../replying/reply-to-ticket.ts'
import { CloseTicket } from '../triage/close-ticket.ts'

const HOUR = 3_600_000
let desk: TestDesk

async function close(number = 1) {
  await new CloseTicket(desk.deps).execute({ ticketNumber: number, agentId: desk.ada.id, seenMessageId: null })
}

const bodies = async (number = 1) => (await desk.messages(number)).map(({ kind, body }) => `${kind}: ${body}`)

beforeEach(async () => {
  desk = await TestDesk.open()
})

describe('a first text', () => {
  it('opens a ticket that waits, and queues one confirmation that names it', async () => {
    const result = await desk.receive('Where is my order?')
    expect(result).toMatchObject({ kind: 'stored', ticketNumber: 1, newTicket: true })
    expect(await bodies()).toEqual(['sms: Where is my order?', 'auto: Your ticket ID is 1.'])
    const ticket = await desk.ticket()
    expect(ticket).toMatchObject({ status: 'open', waitingSince: desk.clock.now(), unread: true })
    expect((await desk.messages())[1]).toMatchObject({ purpose: 'confirmation', delivery: { state: 'queued' } })
  })

  it('is stored when it is empty', async () => {
    await desk.receive('')
    expect((await desk.ticket()).lastMessage).not.toBeNull()
    expect((await desk.messages())[0]?.body).toBe('')
  })

  it('of another phone opens another ticket', async () => {
    await desk.receive('Hello')
    await desk.receive('Hello', BEN)
    expect(await desk.ticketCount()).toBe(2)
  })

  it('tells the change feed once', async () => {
    const seen: unknown[] = []
    desk.memory.changeFeed.subscribe((changes) => seen.push(...changes))
    await desk.receive('Hello')
    expect(seen).toEqual([{ kind: 'ticket', ticketNumber: 1, what: 'text' }])
  })
})

describe('a later text', () => {
  it('joins the open ticket without a second confirmation, and the wait keeps its start', async () => {
    await desk.receive('Hello')
    const since = desk.clock.now()
    desk.clock.advance(1000)
    expect(await desk.receive('Are you there?')).toMatchObject({ ticketNumber: 1, newTicket: false })
    expect(await bodies()).toEqual(['sms: Hello', 'auto: Your ticket ID is 1.', 'sms: Are you there?'])
    expect((await desk.ticket()).waitingSince).toBe(since)
  })

  it('waits anew after an answer', async () => {
    await desk.receive('Hello')
    const reply = { ticketNumber: 1, agentId: desk.ada.id, body: 'Hi', seenMessageId: null, sendNow: true }
    await new ReplyToTicket(desk.deps).execute({ ...reply, idempotencyKey: 'k' })
    expect((await desk.ticket()).waitingSince).toBeNull()
    desk.clock.advance(1000)
    await desk.receive('Thanks, but')
    expect((await desk.ticket()).waitingSince).toBe(desk.clock.now())
  })

  it('reopens a ticket closed within the window, silently', async () => {
    await desk.receive('Hello')
    await close()
    desk.clock.advance(24 * HOUR - 1)
    await desk.receive('One more thing')
    expect(await desk.ticketCount()).toBe(1)
    expect((await desk.ticket()).status).toBe('open')
    expect((await desk.activity()).map(({ what }) => what)).toEqual(['closed', 'reopened-by-text'])
    expect((await bodies()).filter((body) => body.startsWith('auto'))).toHaveLength(1)
  })

  it('opens a new, confirmed ticket once the window is over', async () => {
    await desk.receive('Hello')
    await close()
    desk.clock.advance(24 * HOUR)
    expect(await desk.receive('Something else')).toMatchObject({ ticketNumber: 2, newTicket: true })
    expect(await bodies(2)).toEqual(['sms: Something else', 'auto: Your ticket ID is 2.'])
  })

  it('opens a new ticket at once where the window is 0', async () => {
    desk = await TestDesk.open({ reopenHours: 0 })
    await desk.receive('Hello')
    await close()
    expect(await desk.receive('Thanks')).toMatchObject({ ticketNumber: 2 })
  })
})

describe('the same text delivered again', () => {
  it('is one message, however late it comes', async () => {
    const key = { receiptKey: 'id:1' }
    await desk.receive('Hello', ANA, key)
    desk.clock.advance(90 * 24 * HOUR)
    expect(await desk.receive('Hello', ANA, key)).toEqual({ kind: 'duplicate' })
    expect(await bodies()).toHaveLength(2)
  })

  it('is a replay when its signature was seen', async () => {
    const signature = { jti: 'jti-1', expiresAt: desk.clock.now() + 60_000 }
    await desk.receive('Hello', ANA, { signature })
    expect(await desk.receive('Hello', ANA, { signature, receiptKey: null })).toEqual({ kind: 'duplicate' })
  })

  it('cannot be told from a second text without any key', async () => {
    await desk.receive('Yes', ANA, { receiptKey: null })
    expect(await desk.receive('Yes', ANA, { receiptKey: null })).toMatchObject({ kind: 'stored', ticketNumber: 1 })
  })
})

describe('a text to', () => {
  it('a number nobody knows lands in an inbox of its own, unanswered', async () => {
    await desk.receive('Hello', ANA, { to: '+12025550177' })
    expect((await desk.ticket()).inbox).toMatchObject({ name: 'Unrecognised number', number: null })
    expect((await desk.activity()).map(({ what, detail }) => [what, detail])).toEqual([
      ['confirmation-withheld', 'unanswerable'],
    ])
  })

  it('no number in particular lands in the default inbox', async () => {
    await desk.receive('Hello', ANA, { to: null })
    expect((await desk.ticket()).inbox.id).toBe(desk.inbox.id)
  })

  it("a number of another provider doesn't land there", async () => {
    await desk.receive('Hello', ANA, { provider: 'simulated' })
    expect((await desk.ticket()).inbox).toMatchObject({ name: 'Unrecognised number', simulated: true })
  })
})
