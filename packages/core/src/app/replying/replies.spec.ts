import { beforeEach, describe, expect, it } from 'vitest'
import { ANA, refusalOf, TestDesk } from '../../../testing/test-desk.ts'
import { HOLD_MS } from '../../text/hold.ts'
import { BlockContact } from '../customers/block-contact.ts'
import { OptInContact } from '../customers/opt-in-contact.ts'
import { OptOutContact } from '../customers/opt-out-contact.ts'
import { CloseTicket } from '../triage/close-ticket.ts'
import { AddNote } from './add-note.ts'
import { type Reply, ReplyToTicket } from './reply-to-ticket.ts'
import { SaveDraft } from './save-draft.ts'
import { StartConversation } from './start-conversation.ts'
import { UndoReply } from './undo-reply.ts'

let desk: TestDesk
let keys = 0

function reply(body: string, more: Partial<Reply> = {}) {
  keys += 1
  const base = { ticketNumber: 1, agentId: desk.ada.id, seenMessageId: null, sendNow: false }
  return new ReplyToTicket(desk.deps).execute({ ...base, body, idempotencyKey: `key-${keys}`, ...more })
}

const undo = (messageId: string) =>
  new UndoReply(desk.deps).execute({ ticketNumber: 1, messageId, agentId: desk.ada.id })

beforeEach(async () => {
  desk = await TestDesk.open()
  await desk.receive('Where is my order?')
})

describe('a reply', () => {
  it('is held, ends the wait and shows in the list', async () => {
    const message = await reply('On its way.')
    const dueAt = desk.clock.now() + HOLD_MS
    expect(message.delivery).toMatchObject({ state: 'scheduled', nextAttemptAt: dueAt, segments: 1 })
    expect(await desk.ticket()).toMatchObject({ waitingSince: null, lastMessage: { preview: 'On its way.' } })
  })

  it('leaves at once when the agent says so', async () => {
    expect((await reply('Now', { sendNow: true })).delivery?.state).toBe('queued')
  })

  it('asked for twice with one key is one reply', async () => {
    const first = await reply('Once', { idempotencyKey: 'same' })
    const second = await reply('Once', { idempotencyKey: 'same' })
    expect(second.id).toBe(first.id)
    expect(await refusalOf(reply('Other', { idempotencyKey: 'same' }))).toBe('idempotency-key-reused')
    expect((await desk.messages()).filter(({ kind, direction }) => kind === 'sms' && direction === 'out')).toHaveLength(
      1,
    )
  })

  it('with the same key of another agent is another reply', async () => {
    const first = await reply('Once', { idempotencyKey: 'same' })
    const second = await reply('Once', { idempotencyKey: 'same', agentId: desk.bob.id })
    expect(second.id).not.toBe(first.id)
  })

  it.each([
    ['  \n', 'message-empty'],
    ['a'.repeat(1378), 'message-too-long'],
    ['ж'.repeat(604), 'message-too-long'],
  ])('that is blank or over nine parts is refused (%#)', async (body, code) => {
    expect(await refusalOf(reply(body))).toBe(code)
  })

  it('of exactly nine parts goes', async () => {
    expect((await reply('a'.repeat(1377))).delivery?.segments).toBe(9)
  })

  it('across a new text is refused, and goes once that text was seen', async () => {
    const seenMessageId = (await desk.messages())[0]?.id ?? ''
    await desk.receive('Hello??')
    expect(await refusalOf(reply('On its way', { seenMessageId }))).toBe('newer-message')
    const newest = (await desk.messages()).at(-1)?.id ?? ''
    expect(await refusalOf(reply('On its way', { seenMessageId: newest }))).toBe('done')
  })

  it("across a colleague's reply is refused, across one's own and a note it is not", async () => {
    const seenMessageId = (await desk.messages())[0]?.id ?? ''
    await reply('First')
    await new AddNote(desk.deps).execute({ ticketNumber: 1, agentId: desk.bob.id, body: 'VIP' })
    expect(await refusalOf(reply('Second', { seenMessageId }))).toBe('done')
    expect(await refusalOf(reply('Mine', { seenMessageId, agentId: desk.bob.id }))).toBe('newer-message')
  })

  it('to a closed, missing, blocked or opted-out conversation is refused', async () => {
    const { contact } = await desk.ticket()
    const person = { contactId: contact.id, agentId: desk.ada.id }
    expect(await refusalOf(reply('Hi', { ticketNumber: 99 }))).toBe('not-found')
    await new OptOutContact(desk.deps).execute({ ...person, inboxId: null })
    expect(await refusalOf(reply('Hi'))).toBe('contact-opted-out')
    await new OptInContact(desk.deps).execute({ ...person, inboxId: null })
    await new BlockContact(desk.deps).execute(person)
    expect(await refusalOf(reply('Hi'))).toBe('contact-blocked')
    await new CloseTicket(desk.deps).execute({ ticketNumber: 1, agentId: desk.ada.id, seenMessageId: null })
    expect(await refusalOf(reply('Hi'))).toBe('ticket-closed')
  })

  it('to a name is refused', async () => {
    await desk.receive('Your parcel', ANA, { from: { kind: 'name', value: 'ACME' } })
    expect(await refusalOf(reply('Hi', { ticketNumber: 2 }))).toBe('contact-unanswerable')
  })
})

describe('undoing a reply', () => {
  it('takes it out of the queue and puts the customer back in line', async () => {
    const since = (await desk.ticket()).waitingSince
    const message = await reply('Oh no')
    desk.clock.advance(1000)
    await undo(message.id)
    expect((await desk.messages()).find(({ id }) => id === message.id)?.delivery?.state).toBe('cancelled')
    expect(await desk.ticket()).toMatchObject({ waitingSince: since, lastMessage: { preview: 'Where is my order?' } })
    expect(await refusalOf(undo(message.id))).toBe('done')
  })

  it('leaves nobody waiting whom an earlier reply answered', async () => {
    await reply('Answer')
    await undo((await reply('More')).id)
    expect((await desk.ticket()).waitingSince).toBeNull()
  })

  it('is refused once its bytes may have left, and for other messages', async () => {
    const message = await reply('Gone', { sendNow: true })
    await desk.write(async ({ messages }) => {
      const delivery = message.delivery && { ...message.delivery, state: 'dispatching' as const }
      await messages.save({ ...message, delivery })
    })
    expect(await refusalOf(undo(message.id))).toBe('already-sent')
    const [text, confirmation] = await desk.messages()
    expect(await refusalOf(undo(text?.id ?? ''))).toBe('already-sent')
    expect(await refusalOf(undo(confirmation?.id ?? ''))).toBe('already-sent')
  })
})

describe('a note', () => {
  it('neither bumps the ticket nor ends the wait', async () => {
    const before = await desk.ticket()
    desk.clock.advance(1000)
    await new AddNote(desk.deps).execute({ ticketNumber: 1, agentId: desk.ada.id, body: 'Called them' })
    expect(await desk.ticket()).toEqual(before)
    expect((await desk.messages()).at(-1)).toMatchObject({ kind: 'note', delivery: null })
  })

  it('asked for again with its key is one note, and the key makes nothing else', async () => {
    const add = (body: string) =>
      new AddNote(desk.deps).execute({ ticketNumber: 1, agentId: desk.ada.id, body, idempotencyKey: 'n1' })
    const note = await add('Called them')
    const stored = await desk.messages()
    expect(await add('Called them')).toEqual(note)
    expect(await refusalOf(add('Called her'))).toBe('idempotency-key-reused')
    expect(await refusalOf(reply('Called them', { idempotencyKey: 'n1' }))).toBe('idempotency-key-reused')
    expect(await desk.messages()).toEqual(stored)
  })
})

describe('starting a conversation', () => {
  const start = (value: string, body = 'Your order is ready.') =>
    new StartConversation(desk.deps).execute({
      agentId: desk.ada.id,
      address: { kind: 'phone', value },
      body,
      inboxId: null,
    })

  it('opens a ticket in which nobody waits and no confirmation goes out', async () => {
    const { ticketNumber } = await start('+12025550150')
    expect(await desk.ticket(ticketNumber)).toMatchObject({ status: 'open', waitingSince: null, unread: false })
    expect((await desk.messages(ticketNumber)).map(({ kind }) => kind)).toEqual(['sms'])
  })

  it('with somebody who has an open ticket sends nothing and leads there', async () => {
    const before = (await desk.messages()).length
    expect(await start(ANA)).toMatchObject({ ticketNumber: 1, messageId: null })
    expect(await desk.messages()).toHaveLength(before)
  })

  it('with somebody who has an open ticket keeps the text as the draft there, below what was begun there', async () => {
    const place = { agentId: desk.ada.id, ticketNumber: 1 }
    await new SaveDraft(desk.deps).execute({ ...place, mode: 'reply', body: 'Dear Ana,' })
    await new SaveDraft(desk.deps).execute({ ...place, mode: 'note', body: 'VIP' })
    await new SaveDraft(desk.deps).execute({ ...place, agentId: desk.bob.id, mode: 'reply', body: 'Theirs' })
    expect((await start(ANA)).draft).toBe('Dear Ana,\n\nYour order is ready.')
    // Asked for again, since the answer got lost.
    expect((await start(ANA)).draft).toBe('Dear Ana,\n\nYour order is ready.')
    const drafts = await desk.write((opened) => opened.drafts.list(1))
    expect(drafts.map(({ body }) => body).sort()).toEqual(['Dear Ana,\n\nYour order is ready.', 'Theirs', 'VIP'])
  })

  it('with one of our own numbers is refused', async () => {
    expect(await refusalOf(start(desk.inbox.number ?? ''))).toBe('invalid-input')
  })
})
