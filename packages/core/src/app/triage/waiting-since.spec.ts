import { beforeEach, describe, expect, it } from 'vitest'
import { ANA, TestDesk } from '../../../testing/test-desk.ts'
import { BlockContact } from '../customers/block-contact.ts'
import { OptInContact } from '../customers/opt-in-contact.ts'
import { OptOutContact } from '../customers/opt-out-contact.ts'
import { UnblockContact } from '../customers/unblock-contact.ts'
import { ReplyToTicket } from '../replying/reply-to-ticket.ts'
import { UndoReply } from '../replying/undo-reply.ts'
import { optOutAtCarrier } from '../sending/opt-out-at-carrier.ts'
import { CloseTicket } from './close-ticket.ts'

let desk: TestDesk
beforeEach(async () => {
  desk = await TestDesk.open({ reopenHours: 0 })
})

const waitingSince = async (number = 1) => (await desk.ticket(number)).waitingSince
const inWaiting = async () => {
  const query = { agentId: desk.ada.id, view: 'waiting' as const, search: null, cursor: null, limit: 100 }
  return (await desk.memory.ticketQueries.list({ ...query, now: desk.clock.now() })).items.map(({ number }) => number)
}
const reply = async (body: string) =>
  new ReplyToTicket(desk.deps).execute({
    ticketNumber: 1,
    agentId: desk.ada.id,
    body,
    seenMessageId: null,
    idempotencyKey: body,
    sendNow: false,
  })
const act = async (useCase: typeof BlockContact | typeof UnblockContact) => {
  const { contact } = await desk.ticket()
  await new useCase(desk.deps).execute({ contactId: contact.id, agentId: desk.ada.id })
}
const consent = async (useCase: typeof OptInContact | typeof OptOutContact) => {
  const { contact } = await desk.ticket()
  await new useCase(desk.deps).execute({ contactId: contact.id, agentId: desk.ada.id, inboxId: desk.inbox.id })
}

describe('who cannot be answered does not wait', () => {
  it('when a text comes from a name or a short code', async () => {
    await desk.receive('Your code is 1234', ANA, { from: { kind: 'name', value: 'ACME' } })
    await desk.receive('Balance low', ANA, { from: { kind: 'short-code', value: '12345' } })
    expect(await inWaiting()).toEqual([])
    expect(await desk.ticket(1)).toMatchObject({ status: 'open', unread: true, waitingSince: null })
    expect(await desk.ticket(2)).toMatchObject({ status: 'open', unread: true, waitingSince: null })
  })

  it('when a text comes to a number that the desk does not have', async () => {
    await desk.receive('Anybody there?', ANA, { to: '+12025550111' })
    expect(await desk.ticket()).toMatchObject({ status: 'open', unread: true, waitingSince: null })
  })

  it('when a text comes after STOP', async () => {
    await desk.receive('STOP')
    await desk.receive('Are you still there?')
    expect(await desk.ticket(2)).toMatchObject({ status: 'open', unread: true, waitingSince: null })
  })

  it('once they text STOP while they wait', async () => {
    await desk.receive('Where is it?')
    expect(await inWaiting()).toEqual([1])
    await desk.receive('STOP ALL')
    expect(await inWaiting()).toEqual([])
    expect(await desk.ticket()).toMatchObject({ status: 'open', unread: true })
  })

  it.each([
    ['an agent opts them out', () => consent(OptOutContact)],
    ['an agent blocks them', () => act(BlockContact)],
  ])('once %s', async (_, done) => {
    await desk.receive('Where is it?')
    await done()
    expect(await inWaiting()).toEqual([])
  })

  it('once the carrier says so of a text in an older ticket', async () => {
    await desk.receive('Where is it?')
    const confirmation = (await desk.messages())[1] ?? expect.fail('no confirmation')
    await new CloseTicket(desk.deps).execute({ ticketNumber: 1, agentId: desk.ada.id, seenMessageId: null })
    await desk.receive('And the other one?')
    expect(await inWaiting()).toEqual([2])
    const hearing = { provider: desk.inbox.provider, now: desk.clock.now(), ids: desk.ids }
    await desk.write((work) => optOutAtCarrier(work, confirmation, hearing))
    expect(await inWaiting()).toEqual([])
  })

  it('when a reply that had not left is taken back', async () => {
    await desk.receive('Where is it?')
    const { id } = await reply('On its way')
    await consent(OptOutContact)
    await new UndoReply(desk.deps).execute({ ticketNumber: 1, messageId: id, agentId: desk.ada.id })
    expect(await waitingSince()).toBeNull()
  })
})

describe('who can be answered again waits since their first unanswered text', () => {
  it('after STOP and START', async () => {
    await desk.receive('Where is it?')
    const since = desk.clock.now()
    desk.clock.advance(1_000)
    await desk.receive('STOP')
    desk.clock.advance(1_000)
    await desk.receive('START')
    expect(await waitingSince()).toBe(since)
  })

  it('after an opt-out that was not meant, for what came meanwhile too', async () => {
    await desk.receive('Where is it?')
    await reply('On its way')
    await consent(OptOutContact)
    desk.clock.advance(1_000)
    await desk.receive('It has not come')
    // The reply that was still held was cancelled with the opt-out, so that the first text is unanswered as well.
    expect(await waitingSince()).toBeNull()
    await consent(OptInContact)
    expect(await waitingSince()).toBe(desk.clock.now() - 1_000)
  })

  it('after a block', async () => {
    await desk.receive('Where is it?')
    const since = desk.clock.now()
    await act(BlockContact)
    desk.clock.advance(1_000)
    await desk.receive('Hello?')
    expect(await inWaiting()).toEqual([])
    await act(UnblockContact)
    expect(await waitingSince()).toBe(since)
  })

  it('but not when they were answered', async () => {
    await desk.receive('Where is it?')
    await reply('On its way')
    desk.clock.advance(60_000)
    await act(BlockContact)
    await desk.write(async ({ messages }) => {
      for (const message of await desk.messages())
        if (message.delivery) await messages.save({ ...message, delivery: { ...message.delivery, state: 'delivered' } })
    })
    await act(UnblockContact)
    expect(await waitingSince()).toBeNull()
  })
})

describe('STOP, START and HELP are for the desk', () => {
  it('and bring no ticket into Waiting, whatever happens to it later', async () => {
    await desk.receive('Where is it?')
    const { id } = await reply('On its way')
    await desk.write(async ({ messages }) => {
      const sent = (await desk.messages()).find((message) => message.id === id)
      if (sent?.delivery) await messages.save({ ...sent, delivery: { ...sent.delivery, state: 'delivered' } })
    })
    for (const word of ['HELP', 'STOP', 'START']) {
      await desk.receive(word)
      expect(await waitingSince()).toBeNull()
    }
    await act(BlockContact)
    await act(UnblockContact)
    expect(await waitingSince()).toBeNull()
  })
})
