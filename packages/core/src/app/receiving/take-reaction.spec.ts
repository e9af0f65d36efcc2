import { beforeEach, describe, expect, it } from 'vitest'
import { FakeMessageArchive } from '../../../testing/fakes/fake-message-archive.ts'
import { ANA, BEN, TestDesk } from '../../../testing/test-desk.ts'
import { EraseContact } from '../customers/erase-contact.ts'
import { FetchMissedTexts } from '../reconciling/fetch-missed-texts.ts'
import { ReplyToTicket } from '../replying/reply-to-ticket.ts'
import { ClaimDueMessages } from '../sending/claim-due-messages.ts'
import { SendClaimedMessage } from '../sending/send-claimed-message.ts'
import { CloseTicket } from '../triage/close-ticket.ts'
import { MoveText } from '../triage/move-text.ts'
import { ReceiveText } from './receive-text.ts'

const MINUTE = 60_000
const OURS = 'All fixed. Your bike is ready.'
let desk: TestDesk

async function send(): Promise<void> {
  const { token, messageIds } = await new ClaimDueMessages(desk.deps).execute({ limit: 10 })
  const sender = new SendClaimedMessage({ ...desk.deps, gateways: { messagebird: desk.gateway } })
  for (const messageId of messageIds) await sender.execute({ messageId, token })
}

async function reply(body: string, ticketNumber = 1): Promise<void> {
  const key = { agentId: desk.ada.id, seenMessageId: null, idempotencyKey: desk.ids.uuid(), sendNow: true }
  await new ReplyToTicket(desk.deps).execute({ ticketNumber, body, ...key })
  await send()
}

const close = (ticketNumber = 1) =>
  new CloseTicket(desk.deps).execute({ ticketNumber, agentId: desk.ada.id, seenMessageId: null })

async function mark(body = OURS, ticketNumber = 1): Promise<string | null | undefined> {
  const messages = await desk.messages(ticketNumber)
  return messages.findLast((message) => message.body === body)?.reaction?.emoji ?? null
}

/** A ticket that was answered and closed, and who reads it has. */
beforeEach(async () => {
  desk = await TestDesk.open()
  await desk.receive('Is my bike ready?')
  await send()
  await reply(OURS)
  await close()
  desk.clock.advance(MINUTE)
})

describe('a reaction to a text of ours', () => {
  it.each([`Liked “${OURS}”`, `👍 to "${OURS}"`, 'Liked “All fixed…”'])(
    '%j is a mark on it and nothing else',
    async (body) => {
      const before = {
        ticket: await desk.ticket(),
        messages: (await desk.messages()).length,
        lines: await desk.activity(),
      }
      const { ticketNumber } = { ...(await desk.receive(body)) } as { ticketNumber: number }
      expect([ticketNumber, await mark(), await desk.ticketCount()]).toEqual([1, '👍', 1])
      expect(await desk.ticket()).toEqual(before.ticket)
      expect([(await desk.messages()).length, await desk.activity()]).toEqual([before.messages, before.lines])
    },
  )

  it('is a mark on the newest that says so, and on automatic ones too', async () => {
    await desk.receive('Liked "Your ticket ID is 1."')
    expect(await mark('Your ticket ID is 1.')).toBe('👍')
    await desk.receive('One more thing')
    await reply(OURS)
    await desk.receive(`Loved "${OURS}"`)
    const marks = (await desk.messages()).filter(({ body }) => body === OURS).map(({ reaction }) => reaction?.emoji)
    expect(marks).toEqual([undefined, '❤️'])
  })

  it('is taken back by its removal, and replaced by another one', async () => {
    await desk.receive(`Liked "${OURS}"`)
    await desk.receive(`Loved "${OURS}"`)
    expect(await mark()).toBe('❤️')
    await desk.receive(`Removed a like from "${OURS}"`)
    expect(await mark()).toBe('❤️')
    await desk.receive(`Removed a heart from "${OURS}"`)
    expect([await mark(), await desk.ticketCount(), (await desk.ticket()).status]).toEqual([null, 1, 'closed'])
  })

  it('leaves an open ticket waiting as it was, and a snoozed one asleep', async () => {
    await desk.receive('One more thing')
    const { waitingSince, updatedAt } = await desk.ticket()
    desk.clock.advance(MINUTE)
    await desk.receive(`Liked "${OURS}"`)
    expect(await desk.ticket()).toMatchObject({ waitingSince, updatedAt })
  })

  it('goes with its message to another ticket', async () => {
    await desk.receive('One more thing')
    await reply('Sure.')
    await desk.receive('Liked "Sure."')
    const text = (await desk.messages()).findLast(({ direction }) => direction === 'in')
    await new MoveText(desk.deps).execute({ ticketNumber: 1, messageId: text?.id ?? '', agentId: desk.ada.id })
    expect(await mark('Sure.', 2)).toBe('👍')
    await desk.receive('Removed a like from "Sure."')
    expect(await mark('Sure.', 2)).toBeNull()
  })

  it('tells the pages that show it', async () => {
    const heard: unknown[] = []
    desk.memory.changeFeed.subscribe((changes) => heard.push(...changes))
    await desk.receive(`Liked "${OURS}"`)
    expect(heard).toEqual([{ kind: 'ticket', ticketNumber: 1, what: 'reaction' }])
  })

  it('is taken once, whether its webhook came, or the desk found it in the list, or both', async () => {
    const body = `Liked "${OURS}"`
    const archive = new FakeMessageArchive({ pageSize: 10 })
    const fetch = new FetchMissedTexts({
      ...desk.deps,
      receiveText: new ReceiveText(desk.deps),
      archives: { messagebird: archive },
    })
    const sentAt = desk.clock.now()
    const texts = ['came', 'missed'].map((providerId, i) => ({ providerId, body, at: sentAt + i * 2_000 }))
    for (const text of texts) archive.addReceived({ ...text, from: { kind: 'phone', value: ANA } })
    await desk.receive(body, ANA, { receiptKey: 'another name', told: { sentAt, providerId: 'another' } })
    desk.clock.advance(5 * MINUTE)
    expect(await fetch.execute()).toMatchObject({ fetched: 1 })
    expect(await fetch.execute()).toMatchObject({ fetched: 0 })
    const late = { receiptKey: 'late', told: { sentAt: sentAt + 2_000, providerId: 'late' } }
    expect(await desk.receive(body, ANA, late)).toEqual({ kind: 'duplicate' })
    expect(await desk.receive(body, ANA, late)).toEqual({ kind: 'duplicate' })
    const { contact } = await desk.ticket()
    const kept = await desk.memory.deskQueries.listReactions(contact.id)
    expect(kept.map(({ arrival }) => arrival.by).sort()).toEqual(['fetched', 'webhook'])
    expect([await desk.ticketCount(), (await desk.ticket()).status, await mark()]).toEqual([1, 'closed', '👍'])
  })

  it('is kept as it came, and goes when the customer is forgotten', async () => {
    const bodies = [`Liked “${OURS}”`, `Removed a like from “${OURS}”`]
    for (const body of bodies) await desk.receive(body)
    const { contact } = await desk.ticket()
    const kept = () => desk.memory.deskQueries.listReactions(contact.id)
    expect((await kept()).map(({ body, ticketNumber }) => [body, ticketNumber])).toEqual(
      bodies.map((body) => [body, 1]),
    )
    await desk.write(({ agents }) => agents.save({ ...desk.ada, role: 'owner' }))
    const erase = new EraseContact({ ...desk.deps, shredder: desk.memory.shredder })
    await erase.execute({ contactId: contact.id, agentId: desk.ada.id })
    expect(await kept()).toEqual([])
  })
})

describe('what only looks like a reaction is a text', () => {
  it.each([
    ['an image is no text of ours', 'Liked an image'],
    ['what the customer wrote', 'Liked "Is my bike ready?"'],
    ['what nobody wrote', 'Liked "Something else"'],
    ['more than a reaction', `Liked "${OURS}" but where is the bell?`],
  ])('%s', async (_, body) => {
    await desk.receive(body)
    expect(await desk.ticket()).toMatchObject({ status: 'open', lastMessage: { preview: body } })
  })

  it('what we wrote to somebody else, or have not sent yet', async () => {
    await desk.receive('Hello', BEN)
    await desk.receive(`Liked "${OURS}"`, BEN)
    expect(await mark()).toBeNull()
    expect((await desk.messages(2)).at(-1)?.body).toBe(`Liked "${OURS}"`)
    await new ReplyToTicket(desk.deps).execute({
      ...{
        ticketNumber: 2,
        agentId: desk.ada.id,
        body: 'Later',
        seenMessageId: null,
        idempotencyKey: 'k',
        sendNow: false,
      },
    })
    await desk.receive('Liked "Later"', BEN)
    expect((await desk.messages(2)).at(-1)).toMatchObject({ body: 'Liked "Later"', direction: 'in' })
  })
})
