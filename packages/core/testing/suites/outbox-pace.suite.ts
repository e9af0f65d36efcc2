import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Message } from '../../src/domain/message/message.ts'
import { aDelivery, aReply } from '../builders.ts'
import { START } from '../fakes/fixed-clock.ts'
import { type DeskUnderTest, type OpenDesk, useDesk, withDesk } from './desk-subject.ts'
import { storeInbox, storeMessages, storeStranger } from './scene.ts'

const AUTO = { kind: 'auto', purpose: 'help' } as const

export function describeOutboxPace(open: OpenDesk): void {
  describe('the pace of an inbox', () => {
    const desk = useDesk(open)
    const nextDueAt = (now: number) => desk.run(({ outbox }) => outbox.nextDueAt(now))

    it("lets a second's worth leave at once, then one after the other, and says when", async () => {
      const inbox = await storeInbox(desk, { textsPerSecond: 4 })
      await storeReplies(desk, inbox, 7)
      expect(await claimAt(desk, START)).toHaveLength(4)
      expect(await claimAt(desk, START + 249)).toEqual([])
      expect(await nextDueAt(START + 249)).toBe(START + 250)
      expect(await claimAt(desk, START + 250)).toHaveLength(1)
      expect(await claimAt(desk, START + 750)).toHaveLength(2)
    })

    it('counts what is claimed, not what was due', async () => {
      const inbox = await storeInbox(desk, { textsPerSecond: 4 })
      await storeReplies(desk, inbox, 7)
      for (let times = 0; times < 4; times += 1) expect(await claimAt(desk, START, 1)).toHaveLength(1)
      expect(await claimAt(desk, START, 1)).toEqual([])
    })

    it("lets people's texts go first, and automatic ones take what is left", async () => {
      const inbox = await storeInbox(desk, { textsPerSecond: 4 })
      const automatic = await storeReplies(desk, inbox, 4, AUTO)
      const replies = await storeReplies(desk, inbox, 3)
      const claimed = await claimAt(desk, START)
      const oldestFirst = [...automatic.slice(0, 1), ...replies]
      expect(claimed.map(({ id }) => id)).toEqual(oldestFirst.map(({ id }) => id))
      expect(await claimAt(desk, START + 500)).toHaveLength(2)
    })

    it('is kept for each inbox by itself', async () => {
      const slow = await storeInbox(desk, { textsPerSecond: 1 })
      const fast = await storeInbox(desk, { textsPerSecond: 50, number: '+12025550199' })
      await storeReplies(desk, slow, 3)
      await storeReplies(desk, fast, 5)
      expect((await claimAt(desk, START)).filter(({ inboxId }) => inboxId === fast.id)).toHaveLength(5)
      expect(await nextDueAt(START)).toBe(START + 1_000)
    })

    it('outlives a change of the inbox, and goes on at the new rate', async () => {
      const inbox = await storeInbox(desk, { textsPerSecond: 4 })
      await storeReplies(desk, inbox, 30)
      await claimAt(desk, START)
      await desk.run(({ inboxes }) => inboxes.save({ ...inbox, textsPerSecond: 10, pausedUntil: START + 50 }))
      expect(await claimAt(desk, START + 50)).toEqual([])
      expect(await claimAt(desk, START + 100)).toHaveLength(1)
    })

    it('in no stretch of time is passed, and keeps the order of each contact', () =>
      fc.assert(
        fc.asyncProperty(
          fc.integer({ min: 1, max: 20 }),
          fc.array(fc.record({ contact: fc.nat({ max: 2 }), automatic: fc.boolean() }), { maxLength: 30 }),
          fc.array(fc.nat({ max: 600 }), { maxLength: 12 }),
          (textsPerSecond, wanted, waits) =>
            withDesk(open, async (fresh) => {
              await storeWanted(fresh, textsPerSecond, wanted)
              const claims = await claimAfter(fresh, waits)
              for (const [from, first] of claims.entries()) {
                for (const [to, last] of claims.entries()) {
                  const most = Math.floor((textsPerSecond * (last.at - first.at + 1_000)) / 1_000)
                  if (to >= from) expect(to - from + 1).toBeLessThanOrEqual(most)
                }
              }
              const people = claims.filter(({ message }) => message.kind === 'sms')
              const ids = (contactId: string) =>
                people.filter(({ message }) => message.contactId === contactId).map(({ message }) => message.id)
              for (const { message } of people) expect(ids(message.contactId)).toEqual(ids(message.contactId).sort())
            }),
        ),
        { numRuns: 20 },
      ))
  })
}

/** Of as many contacts, so that none waits for another. */
async function storeReplies(
  desk: DeskUnderTest,
  inbox: Parameters<typeof storeStranger>[1],
  count: number,
  more: Partial<Message> = {},
): Promise<Message[]> {
  const replies: Message[] = []
  for (let nth = 0; nth < count; nth += 1) replies.push(aReply(await storeStranger(desk, inbox), more))
  await storeMessages(desk, ...replies)
  return replies
}

async function storeWanted(
  desk: DeskUnderTest,
  textsPerSecond: number,
  wanted: ReadonlyArray<{ contact: number; automatic: boolean }>,
): Promise<void> {
  const inbox = await storeInbox(desk, { textsPerSecond })
  const tickets = [await storeStranger(desk, inbox), await storeStranger(desk, inbox), await storeStranger(desk, inbox)]
  const messages = wanted.flatMap(({ contact, automatic }, place) => {
    const ticket = tickets[contact]
    return ticket ? [aReply(ticket, { seq: place + 1, ...(automatic && AUTO) })] : []
  })
  await storeMessages(desk, ...messages)
}

/** Looks after each wait; what was claimed is sent by the next look. */
async function claimAfter(desk: DeskUnderTest, waits: readonly number[]) {
  const claims: Array<{ at: number; message: Message }> = []
  let now = START
  for (const wait of waits) {
    now += wait
    const claimed = await claimAt(desk, now)
    claims.push(...claimed.map((message) => ({ at: now, message })))
    const sent = aDelivery({ state: 'sent', nextAttemptAt: null })
    await desk.run(async ({ messages }) => {
      for (const message of claimed) await messages.save({ ...message, delivery: sent })
    })
  }
  return claims
}

function claimAt(desk: DeskUnderTest, now: number, limit = 100): Promise<Message[]> {
  return desk.run(({ outbox }) => outbox.claimDue({ now, limit, token: 'token' }))
}
