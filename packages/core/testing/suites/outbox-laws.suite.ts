import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Delivery } from '../../src/domain/delivery/delivery.ts'
import type { Message } from '../../src/domain/message/message.ts'
import type { Ticket } from '../../src/domain/ticket/ticket.ts'
import { aDelivery, aReply } from '../builders.ts'
import { START } from '../fakes/fixed-clock.ts'
import { type DeskUnderTest, type OpenDesk, withDesk } from './desk-subject.ts'
import { storeContact, storeInbox, storeMessages, storeTicket } from './scene.ts'

const STATES = [
  'scheduled',
  'queued',
  'queued',
  'claimed',
  'dispatching',
  'uncertain',
  'accepted',
  'cancelled',
] as const

const entry = fc.record({
  conversation: fc.nat({ max: 3 }),
  automatic: fc.boolean(),
  state: fc.constantFrom(...STATES),
  /** Seconds from now to the due time, or to the end of the lease. */
  inSeconds: fc.integer({ min: -3, max: 3 }),
})
const outbox = fc.record({
  entries: fc.array(entry, { maxLength: 12 }),
  pauseSeconds: fc.integer({ min: -2, max: 4 }),
})
type Outbox = typeof outbox extends fc.Arbitrary<infer T> ? T : never

export function describeOutboxLaws(open: OpenDesk): void {
  describe('outbox laws', () => {
    it("claims what is due: every automatic message, and of people's the first of each conversation not in flight", () =>
      fc.assert(
        fc.asyncProperty(outbox, fc.integer({ min: 1, max: 8 }), (given, limit) =>
          withDesk(open, async (desk) => {
            const { messages, pausedInboxId } = await storeOutbox(desk, given)
            const expected = claimable(messages, given.pauseSeconds > 0 ? pausedInboxId : null)
            const claimed = await desk.run((opened) => opened.outbox.claimDue({ now: START, limit, token: 't' }))
            const ids = claimed.map(({ id }) => id)
            expect(expected).toEqual(expect.arrayContaining(ids))
            expect(new Set(ids).size).toBe(Math.min(limit, expected.length))
          }),
        ),
        { numRuns: 30 },
      ))

    it('has something to do at the next moment it names, and nothing before', () =>
      fc.assert(
        fc.asyncProperty(outbox, (given) =>
          withDesk(open, async (desk) => {
            await storeOutbox(desk, given)
            const next = await desk.run((opened) => opened.outbox.nextDueAt(START))
            const quietUntil = next === null ? START + 3_600_000 : next - 1
            if (quietUntil >= START) expect(await workAt(desk, quietUntil)).toBe(0)
            if (next !== null) expect(await workAt(desk, Math.max(next, START))).toBeGreaterThan(0)
          }),
        ),
        { numRuns: 30 },
      ))
  })
}

/** Two contacts in each of two inboxes, the second of which may be paused. */
async function storeOutbox(desk: DeskUnderTest, given: Outbox) {
  const free = await storeInbox(desk)
  const paused = await storeInbox(desk, { number: '+12025550199', pausedUntil: START + given.pauseSeconds * 1_000 })
  const contacts = [await storeContact(desk), await storeContact(desk)]
  const tickets: Ticket[] = []
  for (const inbox of [free, paused]) {
    for (const contact of contacts) tickets.push(await storeTicket(desk, { inbox, contact }))
  }
  const messages = given.entries.flatMap(({ conversation, automatic, state, inSeconds }, index) => {
    const ticket = tickets[conversation]
    const kind = automatic ? ({ kind: 'auto', purpose: 'help' } as const) : { kind: 'sms' as const }
    const delivery = deliveryOf(state, START + inSeconds * 1_000)
    return ticket ? [aReply(ticket, { ...kind, seq: index + 1, delivery })] : []
  })
  await storeMessages(desk, ...messages.toReversed())
  return { messages, pausedInboxId: paused.id }
}

function deliveryOf(state: Delivery['state'], at: number): Delivery {
  const waits = state === 'scheduled' || state === 'queued'
  const isHeld = state === 'claimed' || state === 'dispatching'
  return aDelivery({
    state,
    nextAttemptAt: waits ? at : null,
    claim: isHeld ? { token: 'other', leaseUntil: at } : null,
    uncertainSince: state === 'uncertain' ? START : null,
  })
}

/** The rule once more, as the port words it. `messages` are in the order they were written. */
function claimable(messages: readonly Message[], pausedInboxId: string | null): string[] {
  const pair = ({ inboxId, contactId }: Message) => `${inboxId} ${contactId}`
  const byPerson = messages.filter((message) => message.kind === 'sms')
  const inFlight = byPerson.filter((message) => message.delivery?.claim).map(pair)
  const isDue = ({ delivery, inboxId }: Message) =>
    delivery !== null && (delivery.nextAttemptAt ?? START + 1) <= START && inboxId !== pausedInboxId
  const first = (message: Message) =>
    byPerson.find((other) => isDue(other) && pair(other) === pair(message)) === message
  return messages
    .filter(
      (message) => isDue(message) && (message.kind === 'auto' || (first(message) && !inFlight.includes(pair(message)))),
    )
    .map(({ id }) => id)
}

async function workAt(desk: DeskUnderTest, now: number): Promise<number> {
  return desk.run(async (opened) => {
    const claimed = await opened.outbox.claimDue({ now, limit: 1, token: 'probe' })
    return claimed.length + (await opened.outbox.findOverdueLeases(now, 1)).length
  })
}
