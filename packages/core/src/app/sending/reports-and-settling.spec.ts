import { beforeEach, describe, expect, it } from 'vitest'
import { refusalOf, TestDesk } from '../../../testing/test-desk.ts'
import type { Delivery } from '../../domain/delivery/delivery.ts'
import type { Message } from '../../domain/message/message.ts'
import type { ReceivedReport } from '../../domain/message/received-report.ts'
import { ConfirmArrival } from '../replying/confirm-arrival.ts'
import { ReplyToTicket } from '../replying/reply-to-ticket.ts'
import { ResendReply } from '../replying/resend-reply.ts'
import { RecordDeliveryReport } from './record-delivery-report.ts'

let desk: TestDesk
let message: Message

function report(more: Partial<ReceivedReport> = {}) {
  return new RecordDeliveryReport(desk.deps).execute({
    provider: 'messagebird',
    reference: message.id,
    providerMessageId: null,
    recipient: null,
    state: 'delivered',
    status: 'delivered',
    reason: null,
    detail: null,
    optedOutAtCarrier: false,
    verified: true,
    raw: '{}',
    signature: null,
    ...more,
  })
}

async function become(delivery: Partial<Delivery>) {
  await desk.write(async ({ messages }) => {
    if (message.delivery) await messages.save({ ...message, delivery: { ...message.delivery, ...delivery } })
  })
}

const person = () => ({ ticketNumber: 1, messageId: message.id, agentId: desk.ada.id })
const current = async () => (await desk.messages()).find(({ id }) => id === message.id)
const reports = () => desk.write((open) => open.reports.listForMessage(message.id))

beforeEach(async () => {
  desk = await TestDesk.open()
  await desk.receive('Hello')
  const base = { ticketNumber: 1, agentId: desk.ada.id, seenMessageId: null, sendNow: true }
  message = await new ReplyToTicket(desk.deps).execute({ ...base, body: 'Hi', idempotencyKey: 'k' })
})

describe('a delivery report', () => {
  it('moves the message on, whether it names our reference or the provider id', async () => {
    expect(await report({ state: 'sent', status: 'sent', providerMessageId: 'pm-1' })).toEqual({ matched: true })
    expect(await report({ reference: null, providerMessageId: 'pm-1' })).toEqual({ matched: true })
    expect((await current())?.delivery).toMatchObject({ state: 'delivered', providerMessageId: 'pm-1' })
    expect(await reports()).toHaveLength(2)
  })

  it('that comes late does not take it back', async () => {
    await report()
    await report({ state: 'sent', status: 'sent' })
    expect((await current())?.delivery?.state).toBe('delivered')
  })

  it('before the send returned takes the message out of the queue', async () => {
    await report({ state: 'sent', status: 'sent' })
    const claimed = await desk.write(({ outbox }) => outbox.claimDue({ now: desk.clock.now(), limit: 9, token: 't' }))
    expect(claimed.map(({ id }) => id)).not.toContain(message.id)
  })

  it('replayed is kept once', async () => {
    const signature = { jti: 'j', expiresAt: desk.clock.now() }
    await report({ signature })
    expect(await report({ signature })).toEqual({ matched: false })
    expect(await reports()).toHaveLength(1)
  })

  it('for a message of nobody, or of another provider, changes nothing', async () => {
    expect(await report({ reference: 'unknown' })).toEqual({ matched: false })
    expect(await report({ provider: 'simulated' })).toEqual({ matched: false })
    expect((await current())?.delivery?.state).toBe('queued')
  })

  it('of an opt-out at the carrier enters the ledger, when it was verified', async () => {
    const failed = { state: 'failed', status: 'delivery_failed', reason: 'opted-out-at-carrier' } as const
    await report({ ...failed, optedOutAtCarrier: true, verified: false })
    expect((await desk.ticket()).contact.optedOutAt).toBeNull()
    await report({ ...failed, optedOutAtCarrier: true })
    expect((await desk.ticket()).contact.optedOutAt).toBe(desk.clock.now())
    expect((await desk.activity()).map(({ what, detail }) => [what, detail])).toEqual([['opted-out', 'carrier']])
  })
})

describe('a failed reply', () => {
  beforeEach(() => become({ state: 'failed', reason: 'network-error' }))

  it('sent again is a new message, and the old one is settled', async () => {
    const again = await new ResendReply(desk.deps).execute(person())
    expect(again).toMatchObject({ body: 'Hi', resendOf: message.id, delivery: { state: 'queued', attempts: 0 } })
    expect((await current())?.settledAt).toBe(desk.clock.now())
    expect((await desk.ticket()).needsAttention).toBe(false)
    expect(await refusalOf(new ResendReply(desk.deps).execute(person()))).toBe('not-settleable')
  })

  it('that did arrive counts as delivered', async () => {
    await new ConfirmArrival(desk.deps).execute(person())
    expect(await current()).toMatchObject({ delivery: { state: 'delivered' }, settledAt: desk.clock.now() })
    expect(await refusalOf(new ConfirmArrival(desk.deps).execute(person()))).toBe('not-settleable')
  })
})

describe('an uncertain reply', () => {
  it('needs an agent after ten minutes, not before', async () => {
    await become({ state: 'uncertain', uncertainSince: desk.clock.now() })
    desk.clock.advance(599_999)
    expect((await desk.ticket()).needsAttention).toBe(false)
    desk.clock.advance(1)
    expect((await desk.ticket()).needsAttention).toBe(true)
  })

  it('is settled by a report', async () => {
    await become({ state: 'uncertain', uncertainSince: desk.clock.now() })
    await report()
    expect((await current())?.delivery?.state).toBe('delivered')
    expect(await refusalOf(new ResendReply(desk.deps).execute(person()))).toBe('not-settleable')
  })
})
