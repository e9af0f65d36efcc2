import { describe, expect, it } from 'vitest'
import type { Delivery } from '../../src/domain/delivery/delivery.ts'
import type { Message } from '../../src/domain/message/message.ts'
import { aDelivery, aReply } from '../builders.ts'
import { START } from '../fakes/fixed-clock.ts'
import { type OpenDesk, useDesk } from './desk-subject.ts'
import { storeContact, storeInbox, storeMessages, storeScene, storeStranger, storeTicket } from './scene.ts'

const LATER = { delivery: aDelivery({ state: 'scheduled', nextAttemptAt: START + 1 }) }
const AUTO = { kind: 'auto', purpose: 'confirmation' } as const

export function describeOutboxRepository(open: OpenDesk): void {
  describe('outbox', () => {
    const desk = useDesk(open)
    const claimDue = (limit = 100, now = START, token = 'token') =>
      desk.run(({ outbox }) => outbox.claimDue({ now, limit, token }))
    const claimedIds = async (limit = 100, now = START) => (await claimDue(limit, now)).map(({ id }) => id)

    it('claims with the token and a lease of 60 s, and stores that', async () => {
      const { ticket } = await storeScene(desk)
      const reply = aReply(ticket)
      await storeMessages(desk, reply)
      const [claimed] = await claimDue(1, START + 5, 'mine')
      expect(claimed).toMatchObject({ id: reply.id, body: reply.body })
      expect(claimed?.delivery).toMatchObject({
        state: 'claimed',
        claim: { token: 'mine', leaseUntil: START + 60_005 },
      })
      expect(await desk.run(({ messages }) => messages.find(reply.id))).toEqual(claimed)
      expect(await claimedIds()).toEqual([])
    })

    it('claims scheduled and queued messages when their time has come, not before', async () => {
      const { ticket, inbox } = await storeScene(desk)
      const now = aReply(ticket)
      const later = aReply(await storeStranger(desk, inbox), LATER)
      await storeMessages(desk, now, later)
      expect(await claimedIds()).toEqual([now.id])
      expect(await claimedIds(100, START + 1)).toEqual([later.id])
    })

    it('takes the oldest first, and no more than the limit', async () => {
      const { ticket, inbox } = await storeScene(desk)
      const tickets = [ticket, await storeStranger(desk, inbox), await storeStranger(desk, inbox)]
      const replies = tickets.map((of, index) =>
        aReply(of, { at: START + index, delivery: aDelivery({ nextAttemptAt: START + index }) }),
      )
      await storeMessages(desk, ...replies.toReversed())
      expect(await claimedIds(2, START + 9)).toEqual([replies[0]?.id, replies[1]?.id])
      expect(await claimedIds(2, START + 9)).toEqual([replies[2]?.id])
    })

    it("holds back a person's next message until the one before has left", async () => {
      const { ticket, contact } = await storeScene(desk)
      const [first, second] = [aReply(ticket), aReply(ticket, { seq: 2 })]
      const elsewhere = await storeTicket(desk, { inbox: await storeInbox(desk, { number: '+12025550199' }), contact })
      const other = aReply(elsewhere)
      await storeMessages(desk, first, second, other)
      const claimed = await claimDue()
      expect(claimed.map(({ id }) => id).sort()).toEqual([first.id, other.id].sort())
      const { claim = null } = claimed.find(({ id }) => id === first.id)?.delivery ?? {}
      const move = (delivery: Partial<Delivery>) =>
        desk.run(({ messages }) =>
          messages.save({ ...first, delivery: aDelivery({ nextAttemptAt: null, claim, ...delivery }) }),
        )
      await move({ state: 'dispatching' })
      expect(await claimedIds()).toEqual([])
      await move({ state: 'uncertain', claim: null })
      expect(await claimedIds()).toEqual([second.id])
    })

    it('takes the one that was written first when a retry falls due after a later message', async () => {
      const { ticket } = await storeScene(desk)
      const retried = aReply(ticket, { delivery: aDelivery({ attempts: 1, nextAttemptAt: START + 5 }) })
      const next = aReply(ticket, { seq: 2, delivery: aDelivery({ nextAttemptAt: START + 2 }) })
      await storeMessages(desk, retried, next)
      expect(await claimedIds(100, START + 9)).toEqual([retried.id])
    })

    it('lets a message that is not due hold up nothing', async () => {
      const { ticket } = await storeScene(desk)
      const due = aReply(ticket, { seq: 2 })
      await storeMessages(desk, aReply(ticket, LATER), due)
      expect(await claimedIds()).toEqual([due.id])
    })

    it('lets automatic messages neither wait nor hold up', async () => {
      const { ticket } = await storeScene(desk)
      const automatic = [1, 2].map((seq) => aReply(ticket, { seq, ...AUTO }))
      const reply = aReply(ticket, { seq: 3 })
      await storeMessages(desk, ...automatic, reply)
      expect((await claimedIds()).sort()).toEqual([...automatic, reply].map(({ id }) => id).sort())
      const late = aReply(ticket, { seq: 4, ...AUTO })
      await storeMessages(desk, late)
      expect(await claimedIds()).toEqual([late.id])
    })

    it('leaves a paused inbox alone until the pause is over', async () => {
      const inbox = await storeInbox(desk, { pausedUntil: START + 10 })
      const ticket = await storeTicket(desk, { inbox, contact: await storeContact(desk) })
      const messages = [aReply(ticket), aReply(ticket, { seq: 2, ...AUTO })]
      await storeMessages(desk, ...messages)
      expect(await claimedIds(100, START + 9)).toEqual([])
      expect(await claimedIds(100, START + 10)).toHaveLength(2)
    })

    it('gives no message to two senders that come at once', async () => {
      const { ticket, inbox } = await storeScene(desk)
      const tickets = [ticket, await storeStranger(desk, inbox), await storeStranger(desk, inbox)]
      const replies = tickets.flatMap((of) => [aReply(of), aReply(of, { seq: 2 }), aReply(of, { seq: 3, ...AUTO })])
      await storeMessages(desk, ...replies)
      const senders = ['a', 'b', 'c', 'd']
      const claimed = (await Promise.all(senders.map((token) => claimDue(2, START, token)))).flat()
      const rest = await claimDue(100, START, 'rest')
      const ids = [...claimed, ...rest].map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
      expect(ids).toHaveLength(6)
    })

    it('finds what is uncertain since a moment, the most recent first, automatic ones too', async () => {
      const { ticket } = await storeScene(desk)
      const uncertain = (seq: number, uncertainSince: number, more: Partial<Message> = {}) =>
        aReply(ticket, { seq, delivery: aDelivery({ state: 'uncertain', uncertainSince }), ...more })
      const [first, second, automatic] = [uncertain(1, START), uncertain(2, START + 2), uncertain(3, START + 1, AUTO)]
      await storeMessages(desk, first, second, automatic, uncertain(4, START - 1), aReply(ticket, { seq: 5 }))
      const find = (limit: number) => desk.run(({ outbox }) => outbox.findUncertain(START, limit))
      expect(await find(9)).toEqual([second, automatic, first])
      expect(await find(1)).toEqual([second])
    })

    it('finds a message by the id that the provider gave it', async () => {
      const { ticket } = await storeScene(desk)
      const sent = aReply(ticket, { delivery: aDelivery({ state: 'sent', providerMessageId: 'abc' }) })
      await storeMessages(desk, sent, aReply(ticket, { seq: 2 }))
      expect(await desk.run(({ outbox }) => outbox.findByProviderMessageId('abc'))).toEqual(sent)
      expect(await desk.run(({ outbox }) => outbox.findByProviderMessageId('abd'))).toBeNull()
    })
  })
}
