import { describe, expect, it } from 'vitest'
import { aDelivery, aMessage, aReply } from '../builders.ts'
import { START } from '../fakes/fixed-clock.ts'
import { type OpenDesk, useDesk } from './desk-subject.ts'
import { storeContact, storeInbox, storeMessages, storeScene, storeStranger, storeTicket } from './scene.ts'

export function describeOutboxTiming(open: OpenDesk): void {
  describe('outbox timing', () => {
    const desk = useDesk(open)
    const nextDueAt = (now: number) => desk.run(({ outbox }) => outbox.nextDueAt(now))
    const held = (state: 'claimed' | 'dispatching', leaseUntil: number) => ({
      delivery: aDelivery({ state, nextAttemptAt: null, claim: { token: 'token', leaseUntil } }),
    })

    it('finds claimed and dispatching messages whose lease is over, up to the limit', async () => {
      const { ticket, inbox } = await storeScene(desk)
      const overdue = [
        aReply(ticket, held('claimed', START)),
        aReply(ticket, { seq: 2, ...held('dispatching', START) }),
      ]
      const current = aReply(await storeStranger(desk, inbox), held('dispatching', START + 1))
      await storeMessages(desk, ...overdue, current, aReply(ticket, { seq: 3 }), aMessage(ticket, { seq: 4 }))
      const find = (now: number, limit: number) => desk.run(({ outbox }) => outbox.findOverdueLeases(now, limit))
      expect((await find(START, 10)).map(({ id }) => id).sort()).toEqual(overdue.map(({ id }) => id).sort())
      expect(await find(START - 1, 10)).toEqual([])
      expect(await find(START, 1)).toHaveLength(1)
    })

    it('knows no next moment when nothing waits', async () => {
      const { ticket } = await storeScene(desk)
      await storeMessages(desk, aMessage(ticket), aReply(ticket, { seq: 2, delivery: finished() }))
      expect(await nextDueAt(START)).toBeNull()
    })

    it('names the earliest moment that something is due or a lease over', async () => {
      const { ticket, inbox } = await storeScene(desk)
      const scheduled = aDelivery({ state: 'scheduled', nextAttemptAt: START + 7_000 })
      await storeMessages(desk, aReply(ticket, { delivery: scheduled }))
      expect(await nextDueAt(START)).toBe(START + 7_000)
      await storeMessages(desk, aReply(await storeStranger(desk, inbox), held('dispatching', START + 5_000)))
      expect(await nextDueAt(START)).toBe(START + 5_000)
    })

    it('names a moment that has come when something is due already', async () => {
      const { ticket } = await storeScene(desk)
      await storeMessages(desk, aReply(ticket))
      expect(await nextDueAt(START + 1_000)).toBeLessThanOrEqual(START + 1_000)
    })

    it('counts nothing of a paused inbox before the pause is over', async () => {
      const inbox = await storeInbox(desk, { pausedUntil: START + 9_000 })
      const ticket = await storeTicket(desk, { inbox, contact: await storeContact(desk) })
      await storeMessages(desk, aReply(ticket))
      expect(await nextDueAt(START)).toBe(START + 9_000)
    })

    it('counts nothing that waits behind a message in flight, but the end of its lease', async () => {
      const { ticket } = await storeScene(desk)
      await storeMessages(desk, aReply(ticket, held('claimed', START + 60_000)), aReply(ticket, { seq: 2 }))
      expect(await nextDueAt(START)).toBe(START + 60_000)
    })
  })
}

function finished() {
  return aDelivery({ state: 'delivered', nextAttemptAt: null })
}
