import { describe, expect, it } from 'vitest'
import type { Arrival } from '../../src/domain/message/arrival.ts'
import type { Message } from '../../src/domain/message/message.ts'
import type { NotedText } from '../../src/ports/repositories/arrival-repository.ts'
import { aMessage, aReply } from '../builders.ts'
import { START } from '../fakes/fixed-clock.ts'
import { type OpenDesk, useDesk } from './desk-subject.ts'
import { storeInbox, storeMessages, storeScene, storeStranger, storeTicket } from './scene.ts'

const FETCHED: { arrival: Arrival } = { arrival: { by: 'fetched', sentAt: START, providerId: 'abc' } }

export function describeArrivalRepository(open: OpenDesk): void {
  describe('arrivals', () => {
    const desk = useDesk(open)
    const note = (inboxId: string, providerId: string, messageId: string | null, more: Partial<NotedText> = {}) =>
      desk.run(({ arrivals }) =>
        arrivals.noteListed({ inboxId, providerId, at: START, messageId, webhookCame: false, ...more }),
      )
    const sameAs = ({ inboxId, contactId, body }: Message) => ({ inboxId, contactId, body })
    const received = (like: Message, from: number, to: number) =>
      desk.run(({ arrivals }) => arrivals.findReceived(sameAs(like), from, to))
    const findAwaiting = (like: Message, from: number, to: number) =>
      desk.run(({ arrivals }) => arrivals.findAwaiting(sameAs(like), from, to))

    it('know what of a list was never noted in that inbox', async () => {
      const { inbox } = await storeScene(desk)
      const other = await storeInbox(desk, { number: '+12025550199' })
      await note(inbox.id, 'a', null)
      await note(other.id, 'b', null)
      expect(await desk.run(({ arrivals }) => arrivals.findUnlisted(inbox.id, ['a', 'b', 'c']))).toEqual(['b', 'c'])
      expect(await desk.run(({ arrivals }) => arrivals.findUnlisted(inbox.id, []))).toEqual([])
    })

    it('note a listed text once, and a message as one listed text', async () => {
      const { inbox, ticket } = await storeScene(desk)
      const message = aMessage(ticket)
      await storeMessages(desk, message)
      await note(inbox.id, 'a', message.id)
      await expect(note(inbox.id, 'a', null)).rejects.toThrow()
      await expect(note(inbox.id, 'b', message.id)).rejects.toThrow()
      await note(inbox.id, 'c', null)
      await note(inbox.id, 'd', null)
    })

    it('find what says the same, was received in time by the same inbox from the same customer, oldest first', async () => {
      const { inbox, contact, ticket } = await storeScene(desk)
      const text = (seq: number, more: Partial<Message>) => aMessage(ticket, { seq, body: 'Yes', ...more })
      const arrival: Arrival = { by: 'webhook', sentAt: START - 5, providerId: 'abc' }
      const [late, early] = [text(1, { at: START + 9, arrival }), text(2, { at: START })]
      const elsewhere = await storeTicket(desk, { inbox: await storeInbox(desk, { number: '+12025550199' }), contact })
      await storeMessages(
        desk,
        late,
        early,
        text(3, { at: START - 1 }),
        text(4, { at: START + 10 }),
        text(5, { at: START, body: 'Yes.' }),
        aReply(ticket, { seq: 6, at: START, body: 'Yes' }),
        aMessage(elsewhere, { at: START, body: 'Yes' }),
        aMessage(await storeStranger(desk, inbox), { at: START, body: 'Yes' }),
      )
      await note(inbox.id, 'abc', late.id)
      expect(await received(early, START, START + 9)).toEqual([
        { messageId: early.id, at: START, arrival: null, isListed: false },
        { messageId: late.id, at: START + 9, arrival, isListed: true },
      ])
    })

    it("find what is listed, by the provider's time, until its webhook comes", async () => {
      const { inbox, ticket } = await storeScene(desk)
      const text = (seq: number) => aMessage(ticket, { seq, at: START + 90, body: 'Yes', ...FETCHED })
      const [second, first, later, heard, unlisted] = [text(1), text(2), text(3), text(4), text(5)]
      await storeMessages(desk, second, first, later, heard, unlisted)
      await note(inbox.id, 'a', first.id)
      await note(inbox.id, 'b', second.id, { at: START + 5 })
      await note(inbox.id, 'c', later.id, { at: START + 6 })
      await note(inbox.id, 'd', heard.id, { webhookCame: true })
      const ids = async () => (await findAwaiting(first, START, START + 5)).map(({ messageId }) => messageId)
      expect(await ids()).toEqual([first.id, second.id])
      expect((await findAwaiting(first, START, START))[0]).toMatchObject({ ...FETCHED, isListed: true })
      await desk.run(({ arrivals }) => arrivals.noteLateWebhook(first.id))
      expect(await ids()).toEqual([second.id])
      expect(await received(first, START + 90, START + 90)).toHaveLength(5)
    })
  })
}
