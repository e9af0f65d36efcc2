import { describe, expect, it } from 'vitest'
import type { Arrival } from '../../src/domain/message/arrival.ts'
import type { DeliveryState } from '../../src/text/delivery-order.ts'
import { aDelivery, aMessage, aReply } from '../builders.ts'
import { START } from '../fakes/fixed-clock.ts'
import { type OpenDesk, useDesk } from './desk-subject.ts'
import { storeInbox, storeMessages, storeScene, storeStranger } from './scene.ts'

export function describeSystemQueries(open: OpenDesk): void {
  describe('system queries', () => {
    const desk = useDesk(open)
    const claim = { token: 'token', leaseUntil: START + 60_000 }
    const inState = (state: DeliveryState, nextAttemptAt: number | null = null) => {
      const isLeased = state === 'claimed' || state === 'dispatching'
      return { delivery: aDelivery({ state, nextAttemptAt, ...(isLeased && { claim }) }) }
    }

    it('count what each number has to send, and say since when the first is due', async () => {
      const { inbox, ticket } = await storeScene(desk)
      const busy = await storeInbox(desk, { number: '+12025550199' })
      const other = await storeStranger(desk, busy)
      await storeMessages(
        desk,
        aReply(ticket, { seq: 1, ...inState('scheduled', START + 1) }),
        aReply(ticket, { seq: 2, ...inState('delivered') }),
        aReply(other, { seq: 1, ...inState('queued', START - 5) }),
        aReply(other, { seq: 2, ...inState('scheduled', START) }),
        aReply(other, { seq: 3, ...inState('queued', START + 9) }),
        aReply(other, { seq: 4, ...inState('claimed') }),
        aReply(other, { seq: 5, ...inState('dispatching') }),
      )
      const queues = await desk.system.listQueues(START)
      expect(queues).toHaveLength(2)
      expect(queues).toContainEqual({ inboxId: inbox.id, waiting: 1, due: 0, sending: 0, oldestDueAt: null })
      expect(queues).toContainEqual({ inboxId: busy.id, waiting: 1, due: 2, sending: 2, oldestDueAt: START - 5 })
    })

    it('name no number that has nothing to send', async () => {
      await storeScene(desk)
      expect(await desk.system.listQueues(START)).toEqual([])
    })

    it('count unsettled texts of people by their state until somebody settles them', async () => {
      const { ticket } = await storeScene(desk)
      await storeMessages(
        desk,
        aReply(ticket, { seq: 1, ...inState('failed') }),
        aReply(ticket, { seq: 2, ...inState('uncertain') }),
        aReply(ticket, { seq: 3, ...inState('uncertain') }),
        aReply(ticket, { seq: 4, ...inState('failed'), settledAt: START }),
        aReply(ticket, { seq: 5, ...inState('failed'), kind: 'auto' }),
        aReply(ticket, { seq: 6, ...inState('delivered') }),
        aReply(ticket, { seq: 7, ...inState('expired') }),
      )
      expect(await desk.system.countTrouble()).toEqual({ uncertain: 2, expired: 1, failed: 1 })
    })

    it('count texts to one number between two moments, the second left out, and know the first', async () => {
      const { inbox, ticket } = await storeScene(desk)
      const other = await storeInbox(desk, { number: '+12025550199' })
      const times = [START + 3, START + 1, START + 2, START + 4]
      await storeMessages(desk, ...times.map((at, i) => aMessage(ticket, { at, seq: i + 1 })))
      await storeMessages(desk, aReply(ticket, { at: START, seq: 9 }), aMessage(await storeStranger(desk, other)))
      expect(await desk.system.countTexts(inbox.id, START + 2, START + 4)).toBe(2)
      expect(await desk.system.firstTextAt(inbox.id)).toBe(START + 1)
      expect(await desk.system.firstTextAt('none')).toBeNull()
    })

    it('count the texts of an inbox that left between two moments, and those that arrived', async () => {
      const { inbox, ticket } = await storeScene(desk)
      const other = await storeStranger(desk, await storeInbox(desk, { number: '+12025550199' }))
      const states: DeliveryState[] = ['delivered', 'sent', 'failed', 'uncertain', 'queued', 'cancelled', 'delivered']
      await storeMessages(
        desk,
        ...states.map((state, i) => aReply(ticket, { seq: i + 1, at: START + i, ...inState(state) })),
        aReply(ticket, { seq: 8, at: START + 6, kind: 'auto', ...inState('delivered') }),
        aMessage(ticket, { seq: 9, at: START + 1 }),
        aReply(other, { at: START + 1, ...inState('delivered') }),
      )
      expect(await desk.system.countDeliveries(inbox.id, START, START + 6)).toEqual({ left: 4, delivered: 1 })
      expect(await desk.system.countDeliveries(inbox.id, START + 1, START + 7)).toEqual({ left: 5, delivered: 2 })
      expect(await desk.system.countDeliveries('none', START, START + 9)).toEqual({ left: 0, delivered: 0 })
    })

    it('count the texts that were fetched since a moment', async () => {
      const { ticket } = await storeScene(desk)
      const by = (how: Arrival['by']) => ({ arrival: { by: how, sentAt: START, providerId: null } })
      await storeMessages(
        desk,
        aMessage(ticket, { seq: 1, at: START - 1, ...by('fetched') }),
        aMessage(ticket, { seq: 2, at: START, ...by('fetched') }),
        aMessage(ticket, { seq: 3, at: START + 1, ...by('webhook') }),
        aMessage(ticket, { seq: 4, at: START + 1 }),
      )
      expect(await desk.system.countFetched(START)).toBe(1)
      expect(await desk.system.countFetched(0)).toBe(2)
    })

    it('say when search is up to date, and what stores the desk', async () => {
      const { ticket } = await storeScene(desk)
      await storeMessages(desk, aMessage(ticket))
      await desk.subject.settleSearch()
      expect(await desk.system.searchLag()).toBe(0)
      expect(await desk.system.databaseVersion()).toMatch(/\S/)
    })
  })
}
