import { beforeEach, describe, expect, it } from 'vitest'
import { ANA, TestDesk } from '../../../testing/test-desk.ts'
import { ReplyToTicket } from '../replying/reply-to-ticket.ts'
import { CloseTicket } from '../triage/close-ticket.ts'
import { MarkTicketRead } from '../triage/mark-ticket-read.ts'
import { ReopenTicket } from '../triage/reopen-ticket.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
let desk: TestDesk

const close = () => new CloseTicket(desk.deps).execute({ ticketNumber: 1, agentId: desk.ada.id, seenMessageId: null })

/** A ticket that everybody has read and that is closed. */
async function openClosed(inbox: Parameters<typeof TestDesk.open>[0] = {}): Promise<void> {
  desk = await TestDesk.open({ reopenHours: 24, ...inbox })
  await desk.receive('Where is my order?')
  const [text] = await desk.messages()
  const read = { ticketNumber: 1, agentId: desk.ada.id, messageId: text?.id ?? '' }
  await new MarkTicketRead(desk.deps).execute(read)
  await close()
  desk.clock.advance(HOUR)
}

async function newest() {
  return (await desk.messages()).findLast(({ direction }) => direction === 'in')
}

describe('thanks within the reopen window', () => {
  beforeEach(() => openClosed())

  it.each(['thx 👍', 'ok merci', '👍', 'Thank you!'])('%j joins the closed ticket, shown and unread', async (body) => {
    const { closedAt } = await desk.ticket()
    await desk.receive(body)
    const ticket = await desk.ticket()
    expect(ticket).toMatchObject({ status: 'closed', waitingSince: null, unread: true, lastMessage: { preview: body } })
    expect(ticket).toMatchObject({ closedAt, updatedAt: desk.clock.now() })
    expect(await newest()).toMatchObject({ placement: { reason: 'thanks', at: closedAt, reopenHours: 24 } })
    expect((await desk.activity()).map(({ what }) => what)).toEqual(['closed'])
    expect([await desk.ticketCount(), (await desk.messages()).length]).toEqual([1, 3])
  })

  it.each(['Thanks, but where is it?', 'ok?', 'Thanks for nothing', 'yes'])('%j reopens it', async (body) => {
    await desk.receive(body)
    expect(await desk.ticket()).toMatchObject({ status: 'open', waitingSince: desk.clock.now() })
    expect(await newest()).toMatchObject({ placement: { reason: 'reopened' } })
  })

  it('is reopened with both by another text within 10 minutes, and waits since the first', async () => {
    await desk.receive('Thanks')
    const thankedAt = desk.clock.now()
    const { closedAt } = await desk.ticket()
    desk.clock.advance(10 * MINUTE - 1)
    await desk.receive('And the invoice')
    expect(await desk.ticket()).toMatchObject({ status: 'open', waitingSince: thankedAt, closedAt: null })
    expect(await newest()).toMatchObject({ placement: { reason: 'after-thanks', at: closedAt } })
    expect((await desk.activity()).map(({ what }) => what)).toEqual(['closed', 'reopened-by-text'])
  })

  it('is reopened by a later text as ever, which waits for itself', async () => {
    await desk.receive('Thanks')
    desk.clock.advance(10 * MINUTE)
    await desk.receive('And the invoice')
    expect(await desk.ticket()).toMatchObject({ status: 'open', waitingSince: desk.clock.now() })
    expect(await newest()).toMatchObject({ placement: { reason: 'reopened' } })
  })

  it('waits for nobody when an agent reopens it after thanks', async () => {
    const reopen = () => new ReopenTicket(desk.deps).execute({ ticketNumber: 1, agentId: desk.ada.id })
    await reopen()
    const reply = {
      ticketNumber: 1,
      agentId: desk.ada.id,
      body: 'It comes today',
      idempotencyKey: 'k',
      seenMessageId: null,
      sendNow: false,
    }
    await new ReplyToTicket(desk.deps).execute(reply)
    await close()
    await desk.receive('Thanks')
    await reopen()
    expect(await desk.ticket()).toMatchObject({ status: 'open', waitingSince: null })
  })

  it('stays closed when more thanks follow', async () => {
    await desk.receive('Thanks')
    desk.clock.advance(MINUTE)
    await desk.receive('👍')
    expect(await desk.ticket()).toMatchObject({ status: 'closed', waitingSince: null })
  })

  it('is reopened with both also when the window ended between them', async () => {
    desk.clock.advance(23 * HOUR - MINUTE)
    await desk.receive('Thanks')
    desk.clock.advance(5 * MINUTE)
    await desk.receive('👍')
    await desk.receive('And the invoice')
    expect(await desk.ticket()).toMatchObject({ status: 'open', waitingSince: desk.clock.now() })
    expect(await desk.ticketCount()).toBe(1)
  })

  it('leaves an open ticket as it is, and an opted-out word is read before', async () => {
    await desk.receive('And the invoice')
    await desk.receive('Thanks')
    expect(await desk.ticket()).toMatchObject({ status: 'open', waitingSince: desk.clock.now() })
    await close()
    await desk.receive('STOP', ANA)
    expect(await newest()).toMatchObject({ placement: { reason: 'keyword' } })
  })
})

describe('thanks that are like any other text', () => {
  it.each([
    ['as the inbox wants it so', { thanksStayClosed: false }, 1, 'reopened'],
    ['as the inbox reopens none', { reopenHours: 0 }, 2, 'never-reopens'],
    ['as the window is over', { reopenHours: 1 }, 2, 'window-over'],
  ] as const)('%s', async (_, inbox, ticketNumber, reason) => {
    await openClosed(inbox)
    await desk.receive('Thanks')
    expect(await desk.ticket(ticketNumber)).toMatchObject({ status: 'open', waitingSince: desk.clock.now() })
    const [text] = (await desk.messages(ticketNumber)).slice(ticketNumber === 1 ? -1 : 0)
    expect(text).toMatchObject({ placement: { reason } })
  })
})
