import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { ANA, BEN, TestDesk } from '../../../testing/test-desk.ts'
import type { SendOutcome } from '../../domain/delivery/send-outcome.ts'
import type { Message } from '../../domain/message/message.ts'
import type { ReceivedReport } from '../../domain/message/received-report.ts'
import { type DeliveryState, rank } from '../../text/delivery-order.ts'
import { ReplyToTicket } from '../replying/reply-to-ticket.ts'
import { ClaimDueMessages } from './claim-due-messages.ts'
import { RecordDeliveryReport } from './record-delivery-report.ts'
import { SendClaimedMessage } from './send-claimed-message.ts'

const PROVIDER_ID = 'pm-1'
const ACCEPTED: SendOutcome = { kind: 'accepted', providerMessageId: PROVIDER_ID }
const RAW = '{"recipient":"12025550101"}'
const OPTED_OUT = {
  state: 'failed',
  status: 'delivery_failed',
  reason: 'opted-out-at-carrier',
  optedOutAtCarrier: true,
} as const

let desk: TestDesk
let message: Message

beforeEach(open)

async function open(): Promise<void> {
  desk = await TestDesk.open()
  await desk.receive('Hello')
  const base = { ticketNumber: 1, agentId: desk.ada.id, seenMessageId: null, sendNow: true }
  message = await new ReplyToTicket(desk.deps).execute({ ...base, body: 'Hi', idempotencyKey: 'k' })
}

function report(more: Partial<ReceivedReport> = {}): Promise<{ matched: boolean }> {
  return new RecordDeliveryReport(desk.deps).execute({
    provider: 'messagebird',
    reference: null,
    providerMessageId: PROVIDER_ID,
    recipient: ANA,
    state: 'delivered',
    status: 'delivered',
    reason: null,
    detail: null,
    optedOutAtCarrier: false,
    verified: true,
    raw: RAW,
    signature: null,
    ...more,
  })
}

/** Hands everything due over; what happens while the provider has the reply in its hands is `meanwhile`. */
async function dispatch(meanwhile: () => Promise<unknown> = async () => {}, outcome = ACCEPTED): Promise<void> {
  const { token, messageIds } = await new ClaimDueMessages(desk.deps).execute({ limit: 9 })
  const send = new SendClaimedMessage({ ...desk.deps, gateways: { messagebird: desk.gateway } })
  for (const messageId of messageIds) {
    if (messageId === message.id) desk.gateway.answer(() => meanwhile().then(() => outcome))
    else desk.gateway.answer({ kind: 'accepted', providerMessageId: `other-${messageId}` })
    await send.execute({ messageId, token })
  }
}

const delivery = async () => (await desk.messages()).find(({ id }) => id === message.id)?.delivery
const kept = () => desk.write(({ reports }) => reports.listForMessage(message.id))
const held = (provider: 'messagebird' | 'simulated' = 'messagebird') =>
  desk.write(({ reports }) => reports.findHeld({ provider, reference: message.id, providerMessageId: PROVIDER_ID }))

describe('a report that comes before its message is known', () => {
  it('waits, and is applied when the send returns', async () => {
    await dispatch(async () => expect(await report()).toEqual({ matched: false }))
    expect(await delivery()).toMatchObject({ state: 'delivered', providerMessageId: PROVIDER_ID, claim: null })
    expect(await kept()).toMatchObject([{ status: 'delivered', raw: RAW, held: null }])
    expect(await held()).toEqual([])
  })

  it('is found by the id that a report by our reference brings, where the send was never heard of again', async () => {
    await dispatch(() => report(), { kind: 'uncertain', reason: 'no answer' })
    await report({ reference: message.id, state: 'sent', status: 'sent' })
    expect((await delivery())?.state).toBe('delivered')
    expect((await kept()).map(({ status }) => status)).toEqual(['delivered', 'sent'])
  })

  it('stops a text that was sent already: by the desk that this one is a copy of', async () => {
    await desk.write(({ messages }) => messages.save({ ...message, inboxId: 'elsewhere' }))
    await report({ reference: message.id })
    await desk.write(({ messages }) => messages.save(message))
    await dispatch()
    expect(desk.gateway.sent.map(({ body }) => body)).not.toContain('Hi')
    expect(await delivery()).toMatchObject({ state: 'delivered', attempts: 0 })
  })

  it('opts the customer out when it is attached, if it was verified', async () => {
    await dispatch(() => report(OPTED_OUT))
    expect((await desk.ticket()).contact.optedOutAt).toBe(desk.clock.now())
    expect((await desk.activity()).map(({ what, detail }) => [what, detail])).toEqual([['opted-out', 'carrier']])
  })

  it('is not held when nobody vouches for it, except in practice', async () => {
    await report({ verified: false })
    await report({ verified: false, provider: 'simulated', optedOutAtCarrier: true })
    expect(await held()).toEqual([])
    expect(await held('simulated')).toMatchObject([{ raw: RAW, held: { optsOut: false } }])
  })

  it('for somebody who is no contact is for no message: neither number nor fields are kept, and nothing is applied', async () => {
    await dispatch(() => report({ recipient: '+12025550177', detail: 'to +12025550177' }))
    expect(await kept()).toEqual([])
    expect(await held()).toEqual([])
    expect((await delivery())?.state).toBe('accepted')
  })

  it('for another contact is not for this message', async () => {
    await desk.receive('Hello', BEN)
    await dispatch(() => report({ recipient: BEN }))
    expect((await delivery())?.state).toBe('accepted')
    expect(await kept()).toEqual([])
    expect(await held()).toMatchObject([{ held: { recipient: BEN } }])
  })

  it('names no recipient, and is believed', async () => {
    await dispatch(() => report({ recipient: null }))
    expect((await delivery())?.state).toBe('delivered')
  })

  it('of another provider is not for this message', async () => {
    await dispatch(() => report({ provider: 'simulated' }))
    expect((await delivery())?.state).toBe('accepted')
    expect(await held('simulated')).toHaveLength(1)
  })
})

describe('a report whose message is known', () => {
  it('is believed of the recipient, and of nobody in particular', async () => {
    await dispatch()
    expect(await report({ state: 'sent', status: 'sent', recipient: null })).toEqual({ matched: true })
    expect((await delivery())?.state).toBe('sent')
    expect(await report()).toEqual({ matched: true })
    expect((await delivery())?.state).toBe('delivered')
  })

  it.each([
    ['another contact', BEN],
    ['a stranger', '+12025550177'],
  ])('is not believed of %s: nothing is applied, nobody opted out, nothing of it kept', async (_, recipient) => {
    await desk.receive('Hello', BEN)
    await dispatch()
    for (const names of [{}, { reference: message.id }, { reference: message.id, providerMessageId: 'pm-9' }]) {
      expect(await report({ ...OPTED_OUT, ...names, recipient })).toEqual({ matched: false })
    }
    expect(await delivery()).toMatchObject({ state: 'accepted', providerMessageId: PROVIDER_ID })
    expect((await desk.ticket()).contact.optedOutAt).toBeNull()
    expect(await kept()).toEqual([])
    expect(await held()).toEqual([])
  })
})

interface Said {
  readonly state: DeliveryState
  /** How it names the message: by our reference, by the provider's id, or by both. */
  readonly by: 'reference' | 'id' | 'both'
  readonly when: 'before' | 'during' | 'after'
}

const said: fc.Arbitrary<Said> = fc.record({
  state: fc.constantFrom('provider-scheduled', 'sent', 'buffered', 'expired', 'failed', 'delivered'),
  by: fc.constantFrom('reference', 'id', 'both'),
  when: fc.constantFrom('before', 'during', 'after'),
})
const outcome = fc.constantFrom<SendOutcome[]>(ACCEPTED, { kind: 'uncertain', reason: 'no answer' })

describe('reports by reference and by provider id, before, during and after the send', () => {
  it('end in the highest state that can be known of, whatever their order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(said, { maxLength: 6 }), outcome, async (all, ended) => {
        await open()
        const tell = async (moment: Said['when']) => {
          for (const { state, by } of all.filter(({ when }) => when === moment)) {
            const reference = by === 'id' ? null : message.id
            const providerMessageId = by === 'reference' ? null : PROVIDER_ID
            await report({ state, status: state, reference, providerMessageId })
          }
        }
        await tell('before')
        await dispatch(() => tell('during'), ended)
        // What would have come during a send that was held back comes all the same.
        if (desk.gateway.sent.every(({ body }) => body !== 'Hi')) await tell('during')
        await tell('after')
        expect((await delivery())?.state).toBe(highest(all, ended))
      }),
      { numRuns: 300 },
    )
  })
})

function highest(all: readonly Said[], ended: SendOutcome): DeliveryState {
  // A text that a report knows of before it is sent is not sent.
  const isSent = !all.some(({ by, when }) => by !== 'id' && when === 'before')
  const isIdKnown = (isSent && ended === ACCEPTED) || all.some(({ by }) => by === 'both')
  const heard = all.filter(({ by }) => by !== 'id' || isIdKnown).map(({ state }) => state)
  const end: DeliveryState = ended === ACCEPTED ? 'accepted' : 'uncertain'
  return [...heard, ...(isSent ? [end] : [])].reduce((best, state) => (rank(state) > rank(best) ? state : best))
}
