import { beforeEach, describe, expect, it } from 'vitest'
import { TestDesk } from '../../../testing/test-desk.ts'
import { LEASE_MS } from '../../domain/delivery/delivery.ts'
import { OutcomeUnrecorded } from '../../domain/delivery/outcome-unrecorded.ts'
import type { OutgoingText } from '../../domain/delivery/outgoing-text.ts'
import { DomainError } from '../../domain/errors.ts'
import type { Message } from '../../domain/message/message.ts'
import type { UnitOfWork } from '../../ports/unit-of-work.ts'
import { HOLD_MS } from '../../text/hold.ts'
import { BlockContact } from '../customers/block-contact.ts'
import { OptOutContact } from '../customers/opt-out-contact.ts'
import { ReplyToTicket } from '../replying/reply-to-ticket.ts'
import { ClaimDueMessages } from './claim-due-messages.ts'
import { RescueOverdueLeases } from './rescue-overdue-leases.ts'
import { SendClaimedMessage } from './send-claimed-message.ts'

let desk: TestDesk

const claim = () => new ClaimDueMessages(desk.deps).execute({ limit: 10 })
const send = (messageId: string, token: string) =>
  new SendClaimedMessage({ ...desk.deps, gateways: { messagebird: desk.gateway } }).execute({ messageId, token })

async function round(): Promise<string[]> {
  const { token, messageIds } = await claim()
  for (const id of messageIds) await send(id, token)
  return desk.gateway.sent.map(({ body }) => body)
}

async function reply(body: string): Promise<Message> {
  const base = { ticketNumber: 1, agentId: desk.ada.id, seenMessageId: null, sendNow: false }
  return new ReplyToTicket(desk.deps).execute({ ...base, body, idempotencyKey: body })
}

const deliveryOf = async ({ id }: { id: string }) =>
  (await desk.messages()).find((message) => message.id === id)?.delivery

beforeEach(async () => {
  desk = await TestDesk.open()
  await desk.receive('Hello')
  await round()
  desk.gateway.sent.length = 0
})

describe('sending', () => {
  it('waits for the hold, then sends once, from the number that the customer wrote to', async () => {
    const message = await reply('On its way')
    expect(await round()).toEqual([])
    desk.clock.advance(HOLD_MS)
    await round()
    await round()
    expect(desk.gateway.sent).toEqual([
      { id: message.id, from: desk.inbox.number, to: '+12025550101', body: 'On its way' },
    ])
    expect(await deliveryOf(message)).toMatchObject({ state: 'accepted', attempts: 1, claim: null })
  })

  it('can record what became of a text once the storage is back, without sending it again', async () => {
    const message = await reply('On its way')
    desk.clock.advance(HOLD_MS)
    const { token } = await claim()
    let failing = false
    const unitOfWork: UnitOfWork = {
      run: async (work) => {
        if (failing) throw new DomainError('storage-unavailable', 'Full')
        return desk.unitOfWork.run(work)
      },
    }
    const gateway = {
      send: async (text: OutgoingText) => {
        failing = true
        return desk.gateway.send(text)
      },
    }
    const sending = new SendClaimedMessage({ ...desk.deps, unitOfWork, gateways: { messagebird: gateway } })
    const failure = await sending.execute({ messageId: message.id, token }).catch((error: unknown) => error)
    if (!(failure instanceof OutcomeUnrecorded)) throw failure
    await expect(failure.record()).rejects.toThrow('Full')
    expect(await deliveryOf(message)).toMatchObject({ state: 'dispatching' })
    failing = false
    await failure.record()
    expect(await deliveryOf(message)).toMatchObject({ state: 'accepted', attempts: 1, claim: null })
    expect(desk.gateway.sent).toHaveLength(1)
  })

  it('says when there will be more to do', async () => {
    await reply('On its way')
    expect((await claim()).nextDueAt).toBe(desk.clock.now() + HOLD_MS)
  })

  it('keeps the order of what people wrote', async () => {
    await reply('One')
    await reply('Two')
    desk.clock.advance(HOLD_MS)
    expect(await round()).toEqual(['One'])
    expect(await round()).toEqual(['One', 'Two'])
  })

  it('does not send what was refused in between', async () => {
    const { contact } = await desk.ticket()
    const optedOut = await reply('Hi')
    desk.clock.advance(HOLD_MS)
    const { token, messageIds } = await claim()
    await desk.write(async ({ optOuts }) => {
      await optOuts.add(desk.inbox.id, { kind: 'phone', value: contact.address }, { at: 1, source: 'carrier' })
    })
    await send(messageIds[0] ?? '', token)
    expect(desk.gateway.sent).toEqual([])
    expect(await deliveryOf(optedOut)).toMatchObject({ state: 'cancelled', reason: 'opted-out' })
  })

  it.each([
    ['opted out', OptOutContact, 'opted-out'],
    ['blocked', BlockContact, 'blocked'],
  ])('sends nothing to a contact %s while the reply was held', async (_, UseCase, reason) => {
    const message = await reply('Hi')
    const { contact } = await desk.ticket()
    await new UseCase(desk.deps).execute({ contactId: contact.id, agentId: desk.ada.id, inboxId: null })
    desk.clock.advance(HOLD_MS)
    expect(await round()).toEqual([])
    expect(await deliveryOf(message)).toMatchObject({ state: 'cancelled', reason })
  })

  it('does nothing with a token that is not the claim', async () => {
    const message = await reply('Hi')
    desk.clock.advance(HOLD_MS)
    await claim()
    await send(message.id, 'someone else')
    expect(desk.gateway.sent).toEqual([])
  })

  it('has nothing to send through a provider that is not set up, and tries later', async () => {
    const message = await reply('Hi')
    desk.clock.advance(HOLD_MS)
    const { token } = await claim()
    await new SendClaimedMessage({ ...desk.deps, gateways: {} }).execute({ messageId: message.id, token })
    expect(await deliveryOf(message)).toMatchObject({ state: 'queued', reason: 'no-provider' })
  })
})

describe('an outcome of', () => {
  it('"later" is tried again, by the back-off', async () => {
    desk.gateway.answer({ kind: 'retry-later', reason: 'dns', retryAfterMs: null, pausesNumber: false })
    const message = await reply('Hi')
    desk.clock.advance(HOLD_MS)
    await round()
    expect(await deliveryOf(message)).toMatchObject({ state: 'queued', attempts: 1 })
    expect((await round()).length).toBe(1)
    desk.clock.advance(5_000)
    expect((await round()).length).toBe(2)
    expect(await deliveryOf(message)).toMatchObject({ state: 'accepted', attempts: 2 })
  })

  it('"slow down" pauses the number, not only the text', async () => {
    desk.gateway.answer({ kind: 'retry-later', reason: '429', retryAfterMs: 30_000, pausesNumber: true })
    await reply('Hi')
    desk.clock.advance(HOLD_MS)
    await round()
    await desk.receive('Me too', '+12025550150')
    desk.clock.advance(29_999)
    expect(await round()).toEqual(['Hi'])
    desk.clock.advance(1)
    expect((await round()).sort()).toEqual(['Hi', 'Hi', 'Your ticket ID is 2.'])
  })

  it('"rejected" fails with the reason', async () => {
    desk.gateway.answer({ kind: 'rejected', reason: 'no-balance', detail: 'code 25' })
    const message = await reply('Hi')
    desk.clock.advance(HOLD_MS)
    await round()
    expect(await deliveryOf(message)).toMatchObject({ state: 'failed', reason: 'no-balance' })
    expect((await desk.ticket()).needsAttention).toBe(true)
  })

  it('"uncertain" is never repeated, and blocks nobody', async () => {
    desk.gateway.answer({ kind: 'uncertain', reason: 'reset' })
    const message = await reply('Hi')
    await reply('And')
    desk.clock.advance(HOLD_MS)
    await round()
    expect(await round()).toEqual(['Hi', 'And'])
    for (let hour = 0; hour < 48; hour += 1) {
      desk.clock.advance(3_600_000)
      await new RescueOverdueLeases(desk.deps).execute()
      await round()
    }
    expect(desk.gateway.sent.map(({ body }) => body)).toEqual(['Hi', 'And'])
    expect(await deliveryOf(message)).toMatchObject({ state: 'uncertain' })
  })
})

describe('a sender that dies', () => {
  it('after claiming leaves a message that is sent by the next', async () => {
    const message = await reply('Hi')
    desk.clock.advance(HOLD_MS)
    await claim()
    expect(await round()).toEqual([])
    desk.clock.advance(LEASE_MS)
    expect(await new RescueOverdueLeases(desk.deps).execute()).toEqual({ rescued: 1 })
    expect(await round()).toEqual(['Hi'])
    expect(await deliveryOf(message)).toMatchObject({ state: 'accepted' })
  })

  it('while dispatching leaves one that nobody sends again', async () => {
    const message = await reply('Hi')
    desk.clock.advance(HOLD_MS)
    const { token } = await claim()
    desk.gateway.answer(() => Promise.reject(new Error('killed')))
    await expect(send(message.id, token)).rejects.toThrow('killed')
    desk.clock.advance(LEASE_MS)
    await new RescueOverdueLeases(desk.deps).execute()
    expect(await deliveryOf(message)).toMatchObject({ state: 'uncertain' })
    expect(await round()).toEqual(['Hi'])
  })
})
