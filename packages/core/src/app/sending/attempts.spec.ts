import { beforeEach, describe, expect, it } from 'vitest'
import { TestDesk } from '../../../testing/test-desk.ts'
import { GIVE_UP_AFTER_MS } from '../../domain/delivery/backoff.ts'
import { LEASE_MS } from '../../domain/delivery/delivery.ts'
import type { Message } from '../../domain/message/message.ts'
import { ReplyToTicket } from '../replying/reply-to-ticket.ts'
import { ClaimDueMessages } from './claim-due-messages.ts'
import { RescueOverdueLeases } from './rescue-overdue-leases.ts'
import { SendClaimedMessage } from './send-claimed-message.ts'

const OUT_OF_REACH = { kind: 'retry-later', reason: 'refused', retryAfterMs: null, pausesNumber: false } as const

let desk: TestDesk
let message: Message
let begun: number

const claim = () => new ClaimDueMessages(desk.deps).execute({ limit: 10 })
const send = (messageId: string, token: string) =>
  new SendClaimedMessage({ ...desk.deps, gateways: { messagebird: desk.gateway } }).execute({ messageId, token })

async function round(): Promise<void> {
  const { token, messageIds } = await claim()
  for (const id of messageIds) await send(id, token)
}

const rescue = () => new RescueOverdueLeases(desk.deps).execute()
const attempts = () => desk.write((open) => open.attempts.listForMessage(message.id))
const delivery = async () => (await desk.messages()).find(({ id }) => id === message.id)?.delivery

const reply = (body: string) =>
  new ReplyToTicket(desk.deps).execute({
    ticketNumber: 1,
    agentId: desk.ada.id,
    seenMessageId: null,
    sendNow: true,
    body,
    idempotencyKey: body,
  })

beforeEach(async () => {
  desk = await TestDesk.open()
  await desk.receive('Hello')
  await round()
  message = await reply('Hi')
  begun = desk.clock.now()
})

describe('every attempt leaves a line', () => {
  it('of what came of it, and when', async () => {
    const pause = { kind: 'retry-later', reason: 'throttled', retryAfterMs: 1_000, pausesNumber: true } as const
    const slow = async () => {
      desk.clock.advance(300)
      return OUT_OF_REACH
    }
    desk.gateway.answer(slow, pause, { kind: 'rejected', reason: 'no-balance', detail: 'code 25' })
    await round()
    for (const wait of [6_000, 1_000]) {
      desk.clock.advance(wait)
      await round()
    }
    const words = { reason: null, detail: null }
    expect(await attempts()).toMatchObject([
      { number: 1, beganAt: begun, endedAt: begun + 300, end: { ...words, outcome: 'later', detail: 'refused' } },
      { number: 2, beganAt: begun + 6_300, end: { ...words, outcome: 'later', detail: 'throttled' } },
      { number: 3, beganAt: begun + 7_300, end: { outcome: 'rejected', reason: 'no-balance', detail: 'code 25' } },
    ])
  })

  it.each([
    ['accepted', { kind: 'accepted', providerMessageId: 'p' }],
    ['uncertain', { kind: 'uncertain', reason: 'no answer' }],
  ] as const)('also where it was %s', async (outcome, answer) => {
    desk.gateway.answer(answer)
    await round()
    expect(await attempts()).toMatchObject([{ number: 1, endedAt: begun, end: { outcome } }])
  })

  it('also where the sender died, and a late word corrects it', async () => {
    const { token } = await claim()
    desk.gateway.answer(async () => {
      expect(await attempts()).toMatchObject([{ endedAt: null, end: null }])
      desk.clock.advance(LEASE_MS)
      await rescue()
      expect(await attempts()).toMatchObject([{ endedAt: begun + LEASE_MS, end: { outcome: 'interrupted' } }])
      return { kind: 'accepted', providerMessageId: 'p' }
    })
    await send(message.id, token)
    expect(await attempts()).toMatchObject([{ endedAt: begun + LEASE_MS, end: { outcome: 'accepted' } }])
    expect((await delivery())?.state).toBe('accepted')
  })

  it('but not where nothing was handed over', async () => {
    await claim()
    desk.clock.advance(LEASE_MS)
    await rescue()
    expect(await attempts()).toEqual([])
  })
})

describe('a text that cannot be sent', () => {
  it('for four hours is given up and shown, and until then holds nobody up', async () => {
    desk.gateway.answer(...Array.from({ length: 20 }, () => OUT_OF_REACH))
    await round()
    const other = await desk.receive('Hello', '+12025550150')
    expect(other).toMatchObject({ ticketNumber: 2 })
    for (let waited = 0; waited < GIVE_UP_AFTER_MS; waited += 60_000) {
      expect((await delivery())?.state).toBe('queued')
      desk.clock.advance(60_000)
      await round()
    }
    expect(await delivery()).toMatchObject({ state: 'failed', reason: 'gave-up' })
    expect((await attempts()).length).toBeGreaterThan(6)
    expect((await desk.ticket()).needsAttention).toBe(true)
  })

  it('because its sender dies over it each time is dead after the fifth, and what waits behind it goes out', async () => {
    await reply('And')
    for (let times = 1; times <= 5; times += 1) {
      expect((await claim()).messageIds).toEqual([message.id])
      desk.clock.advance(LEASE_MS)
      await rescue()
    }
    expect(await delivery()).toMatchObject({ state: 'failed', reason: 'desk-fault', claim: null })
    expect((await desk.ticket()).needsAttention).toBe(true)
    await round()
    expect(desk.gateway.sent.map(({ body }) => body)).toEqual([expect.any(String), 'And'])
  })

  it('because what it belongs to is gone ends so as well', async () => {
    await desk.write(({ messages }) => messages.save({ ...message, contactId: 'nobody' }))
    for (let times = 1; times <= 5; times += 1) {
      await round()
      desk.clock.advance(LEASE_MS)
      await rescue()
    }
    expect(await delivery()).toMatchObject({ state: 'failed', reason: 'desk-fault' })
    expect((await claim()).messageIds).toEqual([])
  })
})
