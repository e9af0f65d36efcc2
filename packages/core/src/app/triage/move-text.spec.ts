import { beforeEach, describe, expect, it } from 'vitest'
import { BEN, refusalOf, TestDesk } from '../../../testing/test-desk.ts'
import { AddNote } from '../replying/add-note.ts'
import { ReplyToTicket } from '../replying/reply-to-ticket.ts'
import { SaveDraft } from '../replying/save-draft.ts'
import { ClaimDueMessages } from '../sending/claim-due-messages.ts'
import { SendClaimedMessage } from '../sending/send-claimed-message.ts'
import { AssignTicket } from './assign-ticket.ts'
import { CloseTicket } from './close-ticket.ts'
import { MarkTicketRead } from './mark-ticket-read.ts'
import { MoveText } from './move-text.ts'

const MINUTE = 60_000
let desk: TestDesk

const storyOf = async (number: number) =>
  (await desk.messages(number)).map(({ kind, direction, body }) => `${kind} ${direction}: ${body}`)
const linesOf = async (number: number) => (await desk.activity(number)).map(({ what, detail }) => `${what} ${detail}`)
const idOf = async (body: string, number = 1) =>
  (await desk.messages(number)).find((message) => message.body === body)?.id ?? 'none'

async function move(body: string, number = 1) {
  const messageId = await idOf(body, number)
  return new MoveText(desk.deps).execute({ ticketNumber: number, messageId, agentId: desk.ada.id })
}

async function reply(body: string, sendNow = true) {
  const asked = { ticketNumber: 1, agentId: desk.ada.id, seenMessageId: null, idempotencyKey: body, sendNow }
  return new ReplyToTicket(desk.deps).execute({ ...asked, body })
}

async function receive(body: string) {
  desk.clock.advance(MINUTE)
  await desk.receive(body)
}

const close = () => new CloseTicket(desk.deps).execute({ ticketNumber: 1, agentId: desk.ada.id, seenMessageId: null })

beforeEach(async () => {
  desk = await TestDesk.open()
  await desk.receive('Where is my order?')
})

describe('moving a text', () => {
  it('splits the ticket there: the text and what came after it go to a new one, and the old one is closed', async () => {
    await reply('It left today.')
    await receive('Another thing: do you fix lamps?')
    const asked = desk.clock.now()
    await new AddNote(desk.deps).execute({ ticketNumber: 1, agentId: desk.bob.id, body: 'We do' })
    await receive('Hello?')
    expect(await move('Another thing: do you fix lamps?')).toEqual({ ticketNumber: 2 })
    expect(await storyOf(1)).toEqual([
      'sms in: Where is my order?',
      'auto out: Your ticket ID is 1.',
      'sms out: It left today.',
    ])
    expect(await storyOf(2)).toEqual(['sms in: Another thing: do you fix lamps?', 'note out: We do', 'sms in: Hello?'])
    expect([await linesOf(1), await linesOf(2)]).toEqual([['moved-to 2'], ['moved-from 1']])
    expect(await desk.ticket(1)).toMatchObject({
      status: 'closed',
      waitingSince: null,
      lastMessage: { preview: 'It left today.' },
    })
    expect(await desk.ticket(2)).toMatchObject({
      status: 'open',
      waitingSince: asked,
      lastMessage: { preview: 'Hello?' },
    })
    expect((await desk.messages(2))[0]?.placement).toEqual({
      reason: 'moved',
      ticket: 1,
      at: desk.clock.now(),
      reopenHours: null,
    })
  })

  it('keeps who it was assigned to, and leaves with the old ticket what became of that', async () => {
    await receive('Another thing')
    await new AssignTicket(desk.deps).execute({ ticketNumber: 1, agentId: desk.ada.id, assigneeId: desk.bob.id })
    await move('Another thing')
    expect((await desk.ticket(2)).assignee?.id).toBe(desk.bob.id)
    expect(await linesOf(1)).toEqual([`assigned ${desk.bob.id}`, 'moved-to 2'])
  })

  it('from a closed ticket goes into the open one of the customer, in the order of time', async () => {
    await receive('First thing')
    await close()
    desk.clock.advance(25 * 60 * MINUTE)
    await desk.receive('Much later')
    expect(await move('First thing')).toEqual({ ticketNumber: 2 })
    expect(await storyOf(2)).toEqual(['sms in: First thing', 'sms in: Much later', 'auto out: Your ticket ID is 2.'])
    expect(await desk.ticket(2)).toMatchObject({ status: 'open', lastMessage: { preview: 'Much later' } })
    expect(await desk.ticketCount()).toBe(2)
  })

  it('from a closed ticket opens a new one where none is open', async () => {
    await receive('Lamps?')
    await close()
    expect(await move('Lamps?')).toEqual({ ticketNumber: 2 })
    expect((await desk.ticket(2)).status).toBe('open')
  })

  it('sends nothing, and takes a reply on its way along without losing its claim', async () => {
    await receive('Lamps?')
    await reply('Yes, we do.')
    const token = 'token'
    const claimed = await desk.write(({ outbox }) => outbox.claimDue({ now: desk.clock.now(), limit: 10, token }))
    const reference = claimed.find(({ kind }) => kind === 'sms')?.id ?? 'none'
    await move('Lamps?')
    await new SendClaimedMessage({ ...desk.deps, gateways: { [desk.inbox.provider]: desk.gateway } }).execute({
      messageId: reference,
      token,
    })
    expect((await desk.messages(2)).map(({ delivery }) => delivery?.state ?? null)).toEqual([null, 'accepted'])
    expect((await new ClaimDueMessages(desk.deps).execute({ limit: 10 })).messageIds).toEqual([])
    expect((await desk.ticket(2)).waitingSince).toBeNull()
  })

  it('keeps a reply that is asked for again the one reply it was', async () => {
    await receive('Lamps?')
    const first = await reply('Yes, we do.')
    await move('Lamps?')
    expect((await reply('Yes, we do.')).id).toBe(first.id)
    expect(await storyOf(2)).toEqual(['sms in: Lamps?', 'sms out: Yes, we do.'])
    await desk.receive('Hello', BEN)
    const elsewhere = { ticketNumber: 3, agentId: desk.ada.id, seenMessageId: null, sendNow: true }
    const reused = { ...elsewhere, idempotencyKey: 'Yes, we do.', body: 'Yes, we do.' }
    expect(await refusalOf(new ReplyToTicket(desk.deps).execute(reused))).toBe('idempotency-key-reused')
  })

  it('keeps read what was read and unread what was not, and takes drafts along', async () => {
    await receive('Lamps?')
    const seen = await idOf('Lamps?')
    await new MarkTicketRead(desk.deps).execute({ ticketNumber: 1, agentId: desk.ada.id, messageId: seen })
    await new SaveDraft(desk.deps).execute({ agentId: desk.ada.id, ticketNumber: 1, mode: 'reply', body: 'We do' })
    await move('Lamps?')
    expect((await desk.ticket(2)).unread).toBe(false)
    expect(await desk.memory.workspaceQueries.listDrafts(desk.ada.id, 1, 10)).toEqual([])
    expect(await desk.memory.workspaceQueries.listDrafts(desk.ada.id, 2, 10)).toMatchObject([{ body: 'We do' }])
    await receive('And chairs?')
    expect([(await desk.ticket(1)).unread, (await desk.ticket(2)).unread]).toEqual([false, true])
  })

  it('tells the change feed of both tickets', async () => {
    await receive('Lamps?')
    const seen: unknown[] = []
    desk.memory.changeFeed.subscribe((changes) => seen.push(...changes))
    await move('Lamps?')
    expect(seen).toMatchObject([{ ticketNumber: 1 }, { ticketNumber: 2 }])
  })

  it('is refused for the text a ticket begins with, for what the desk wrote, and for a text of another ticket', async () => {
    await reply('It left today.')
    await receive('Lamps?')
    expect(await refusalOf(move('Where is my order?'))).toBe('nothing-stays')
    expect(await refusalOf(move('It left today.'))).toBe('not-movable')
    expect(await refusalOf(move('Your ticket ID is 1.'))).toBe('not-movable')
    expect(await refusalOf(move('never written'))).toBe('not-found')
    expect(await desk.ticketCount()).toBe(1)
  })
})
