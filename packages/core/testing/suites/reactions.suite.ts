import { describe, expect, it } from 'vitest'
import type { Message } from '../../src/domain/message/message.ts'
import type { ReactionText } from '../../src/domain/message/reaction.ts'
import { aReactionText } from '../a-reaction-text.ts'
import { aDelivery, aMessage, aReply } from '../builders.ts'
import { START } from '../fakes/fixed-clock.ts'
import { type OpenDesk, useDesk } from './desk-subject.ts'
import { storeInbox, storeMessages, storeScene, storeStranger, storeTicket } from './scene.ts'

const LIKED = { reaction: { emoji: '❤️', at: START } }
const SENT = { delivery: aDelivery({ state: 'sent', nextAttemptAt: null }) }

export function describeReactions(open: OpenDesk): void {
  describe('reactions', () => {
    const desk = useDesk(open)
    const add = (...texts: ReactionText[]) =>
      desk.run(async ({ reactions }) => {
        for (const text of texts) await reactions.add(text)
      })
    const list = (messageId: string, limit = 10) => desk.run(({ reactions }) => reactions.list(messageId, limit))
    const bodies = async (messageId: string, limit?: number) =>
      (await list(messageId, limit)).map(({ body }) => body).sort()

    async function storeReply() {
      const scene = await storeScene(desk)
      const reply = aReply(scene.ticket, { seq: 2, ...SENT })
      await storeMessages(desk, reply)
      return { ...scene, reply }
    }

    it('stand on their message, and can be taken off', async () => {
      const { ticket, reply } = await storeReply()
      const shown = async () => {
        const page = await desk.tickets.timeline(ticket.number, null, 10)
        return page?.items.flatMap((item) => (item.type === 'message' ? [item.message.reaction] : []))
      }
      await desk.run(({ messages }) => messages.save({ ...reply, ...LIKED }))
      expect(await desk.run(({ messages }) => messages.find(reply.id))).toEqual({ ...reply, ...LIKED })
      expect(await shown()).toEqual([LIKED.reaction])
      await desk.run(async ({ messages }) => {
        const found = await messages.find(reply.id)
        if (found) await messages.save({ ...found, reaction: null })
      })
      expect(await shown()).toEqual([null])
    })

    it('are kept as they came, those about one message together, the newest where there are many', async () => {
      const { reply, ticket } = await storeReply()
      const other = aReply(ticket, { seq: 3, ...SENT })
      await storeMessages(desk, other)
      const arrival = { by: 'fetched', sentAt: START + 7, providerId: 'abc' } as const
      const texts = [
        aReactionText(reply, { body: 'Liked “…”', arrival }),
        aReactionText(reply, { at: START + 1, emoji: '🎉', removes: true, body: 'Removed 🎉 from “…”' }),
      ]
      await add(...texts, aReactionText(other, { body: 'of another' }))
      expect((await list(reply.id)).toSorted((a, b) => a.at - b.at)).toEqual(texts)
      expect(await bodies(reply.id, 1)).toEqual(['Removed 🎉 from “…”'])
      const ofContact = await desk.queries.listReactions(reply.contactId)
      expect(ofContact.map(({ body, ticketNumber }) => [body, ticketNumber])).toEqual([
        ['Liked “…”', ticket.number],
        ['of another', ticket.number],
        ['Removed 🎉 from “…”', ticket.number],
      ])
    })

    it('are found again by what they say and when they came', async () => {
      const { inbox, reply } = await storeReply()
      const like = aReactionText(reply, { body: 'Liked', at: START + 5 })
      await add(like, aReactionText(reply, { body: 'Loved', at: START + 5 }))
      const same = { inboxId: inbox.id, contactId: reply.contactId, body: 'Liked' }
      const { arrival } = like
      const found = { messageId: like.id, at: START + 5, arrival, isListed: false }
      const received = (from: number, to: number) =>
        desk.run(({ reactions }) => reactions.findReceived(same, START + from, START + to))
      expect([await received(5, 5), await received(6, 9), await received(0, 4)]).toEqual([[found], [], []])
      const awaiting = (from: number, to: number) =>
        desk.run(({ reactions }) => reactions.findAwaiting(same, START + from, START + to))
      expect(await awaiting(0, 9)).toEqual([])
      const listing = { inboxId: inbox.id, providerId: 'abc', at: START + 3, messageId: like.id, webhookCame: false }
      await desk.run(({ arrivals }) => arrivals.noteListed(listing))
      expect([await awaiting(3, 3), await awaiting(4, 9)]).toEqual([[{ ...found, isListed: true }], []])
      await desk.run(({ arrivals }) => arrivals.noteLateWebhook(like.id))
      expect(await awaiting(0, 9)).toEqual([])
    })

    it('go with their message when the customer is forgotten, and when practice tickets are removed', async () => {
      const { reply, ticket } = await storeReply()
      await add(aReactionText(reply))
      await desk.run(({ erasure }) => erasure.eraseMessages(ticket.contactId, 10))
      expect([await list(reply.id), await desk.queries.listReactions(ticket.contactId)]).toEqual([[], []])
      const practised = aReply(ticket, { seq: 4, ...SENT })
      await storeMessages(desk, practised)
      await add(aReactionText(practised))
      await desk.run(({ practice }) => practice.removeMessages(ticket.number, 10))
      expect(await list(practised.id)).toEqual([])
    })

    it('may be to what was sent to the contact through the inbox, the newest first', async () => {
      const { ticket, inbox, contact } = await storeScene(desk)
      const elsewhere = await storeTicket(desk, { inbox: await storeInbox(desk, { number: '+12025550199' }), contact })
      const inState = (state: NonNullable<Message['delivery']>['state'], seq: number) =>
        aReply(ticket, { seq, at: START + seq, delivery: aDelivery({ state }) })
      const left = (['dispatching', 'uncertain', 'accepted', 'sent', 'delivered', 'failed', 'expired'] as const).map(
        (state, index) => inState(state, index + 1),
      )
      const automatic = { ...inState('sent', 8), kind: 'auto', purpose: 'confirmation' } as const
      const not = (['scheduled', 'queued', 'claimed', 'cancelled'] as const).map((state, index) =>
        inState(state, 10 + index),
      )
      const note = aMessage(ticket, { seq: 20, direction: 'out', kind: 'note' })
      await storeMessages(desk, ...left, automatic, ...not, note, aMessage(ticket, { seq: 21 }))
      await storeMessages(desk, aReply(elsewhere, SENT), aReply(await storeStranger(desk, inbox), SENT))
      const sent = (limit: number) => desk.run(({ messages }) => messages.history.sent(inbox.id, contact.id, limit))
      expect((await sent(20)).map(({ id }) => id)).toEqual([...left, automatic].map(({ id }) => id).reverse())
      expect(await sent(1)).toEqual([automatic])
    })
  })
}
