import { beforeEach, describe, expect, it } from 'vitest'
import { BEN, refusalOf, TestDesk } from '../../../testing/test-desk.ts'
import { BlockContact } from '../customers/block-contact.ts'
import { ReplyToTicket } from '../replying/reply-to-ticket.ts'
import { AssignTicket } from './assign-ticket.ts'
import { CloseTicket } from './close-ticket.ts'
import { MarkTicketRead } from './mark-ticket-read.ts'
import { ReopenTicket } from './reopen-ticket.ts'

let desk: TestDesk
const close = (ticketNumber: number, seenMessageId: string | null = null) =>
  new CloseTicket(desk.deps).execute({ ticketNumber, agentId: desk.ada.id, seenMessageId })
const reopen = (ticketNumber: number) => new ReopenTicket(desk.deps).execute({ ticketNumber, agentId: desk.ada.id })
const replyTo = (ticketNumber: number) =>
  new ReplyToTicket(desk.deps).execute({
    ...{ ticketNumber, agentId: desk.ada.id, body: 'On its way.' },
    ...{ seenMessageId: null, sendNow: true, idempotencyKey: 'key' },
  })
const assign = (assigneeId: string | null) =>
  new AssignTicket(desk.deps).execute({ ticketNumber: 1, agentId: desk.ada.id, assigneeId })

beforeEach(async () => {
  desk = await TestDesk.open({ reopenHours: 0 })
  await desk.receive('Hello')
})

describe('closing', () => {
  it('ends the wait, once', async () => {
    await close(1)
    await close(1)
    expect(await desk.ticket()).toMatchObject({ status: 'closed', waitingSince: null, closedAt: desk.clock.now() })
    expect((await desk.activity()).map(({ what, actorId }) => [what, actorId])).toEqual([['closed', desk.ada.id]])
  })

  it('over a text that was not seen is refused', async () => {
    const seen = (await desk.messages())[0]?.id ?? ''
    await desk.receive('Wait')
    expect(await refusalOf(close(1, seen))).toBe('newer-message')
    expect((await desk.ticket()).status).toBe('open')
  })

  it('with a message of another ticket, or none, as seen is refused', async () => {
    await desk.receive('Hello', '+12025550150')
    const other = (await desk.messages(2))[0]?.id ?? ''
    expect(await refusalOf(close(1, other))).toBe('not-found')
    expect(await refusalOf(close(7))).toBe('not-found')
  })

  it('settles what failed in it', async () => {
    const failed = (await desk.messages())[1] ?? expect.fail('no message')
    await desk.write(async ({ messages }) => {
      const delivery = failed.delivery && { ...failed.delivery, state: 'failed' as const, reason: 'rejected' }
      await messages.save({ ...failed, kind: 'sms', delivery })
    })
    expect((await desk.ticket()).needsAttention).toBe(true)
    await close(1)
    expect((await desk.ticket()).needsAttention).toBe(false)
    expect((await desk.messages()).find(({ id }) => id === failed.id)?.settledAt).toBe(desk.clock.now())
  })
})

describe('reopening', () => {
  it('brings a ticket back', async () => {
    await close(1)
    await reopen(1)
    expect(await desk.ticket()).toMatchObject({ status: 'open', closedAt: null })
    expect(await refusalOf(reopen(1))).toBe('done')
  })

  it('lets the customer wait again since their first text that nobody answered', async () => {
    const waitingSince = desk.clock.now()
    desk.clock.advance(60_000)
    await desk.receive('Hello?')
    await close(1)
    await reopen(1)
    expect(await desk.ticket()).toMatchObject({ waitingSince })
  })

  it('makes nobody wait who was answered, or who only texted STOP, or who is blocked', async () => {
    await replyTo(1)
    await desk.receive('STOP')
    await close(1)
    await reopen(1)
    expect(await desk.ticket()).toMatchObject({ waitingSince: null })
    await desk.receive('Hello', BEN)
    await new BlockContact(desk.deps).execute({ contactId: (await desk.ticket(2)).contact.id, agentId: desk.ada.id })
    await close(2)
    await reopen(2)
    expect(await desk.ticket(2)).toMatchObject({ waitingSince: null })
  })

  it('leaves no ticket with an agent who is gone meanwhile, by hand or by a text', async () => {
    await assign(desk.bob.id)
    await close(1)
    await desk.write(({ agents }) => agents.save({ ...desk.bob, disabledAt: 1 }))
    await reopen(1)
    expect((await desk.ticket()).assignee).toBeNull()
    desk = await TestDesk.open()
    await desk.receive('Hello')
    await assign(desk.bob.id)
    await close(1)
    await desk.write(({ agents }) => agents.save({ ...desk.bob, disabledAt: 1 }))
    await desk.receive('Once more')
    expect(await desk.ticket()).toMatchObject({ status: 'open', assignee: null })
  })

  it('is refused while another ticket of the contact is open', async () => {
    await close(1)
    await desk.receive('Again')
    await expect(reopen(1)).rejects.toMatchObject({ code: 'other-ticket-open', details: { ticketNumber: 2 } })
  })
})

describe('assigning', () => {
  it('names who, and can be taken back', async () => {
    await assign(desk.bob.id)
    expect((await desk.ticket()).assignee).toEqual({ id: desk.bob.id, name: 'Bob' })
    await assign(null)
    expect((await desk.ticket()).assignee).toBeNull()
    expect((await desk.activity()).map(({ what, detail }) => [what, detail])).toEqual([
      ['assigned', desk.bob.id],
      ['unassigned', null],
    ])
  })

  it('is refused for agents who are gone', async () => {
    await desk.write(({ agents }) => agents.save({ ...desk.bob, disabledAt: 1 }))
    expect(await refusalOf(assign(desk.bob.id))).toBe('not-found')
    expect(await refusalOf(assign('nobody'))).toBe('not-found')
  })
})

describe('reading', () => {
  it('is per agent', async () => {
    const messageId = (await desk.messages())[0]?.id ?? ''
    await new MarkTicketRead(desk.deps).execute({ ticketNumber: 1, agentId: desk.ada.id, messageId })
    expect((await desk.ticket()).unread).toBe(false)
    const forBob = await desk.memory.ticketQueries.find(1, desk.bob.id, desk.clock.now())
    expect(forBob?.unread).toBe(true)
    await desk.receive('More')
    expect((await desk.ticket()).unread).toBe(true)
  })
})
