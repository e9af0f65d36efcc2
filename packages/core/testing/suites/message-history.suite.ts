import { describe, expect, it } from 'vitest'
import type { Delivery } from '../../src/domain/delivery/delivery.ts'
import { isNewerThanSeen } from '../../src/text/newer-than-seen.ts'
import { aDelivery, aMessage, aReply } from '../builders.ts'
import { START } from '../fakes/fixed-clock.ts'
import { type OpenDesk, useDesk } from './desk-subject.ts'
import { storeAgent, storeMessages, storeScene, storeStranger, storeTicket } from './scene.ts'

export function describeMessageHistory(open: OpenDesk): void {
  describe('message history', () => {
    const desk = useDesk(open)
    const inState = (state: Delivery['state']) => ({ delivery: aDelivery({ state }) })
    const firstUnanswered = (number: number) => desk.run(({ messages }) => messages.history.firstUnanswered(number))

    it('finds the oldest text after the last reply of a person', async () => {
      const { ticket, inbox } = await storeScene(desk)
      expect(await firstUnanswered(ticket.number)).toBeNull()
      const texts = [1, 2, 5, 6].map((seq) => aMessage(ticket, { seq }))
      await storeMessages(desk, ...texts.slice(0, 2), aMessage(await storeStranger(desk, inbox)))
      expect(await firstUnanswered(ticket.number)).toEqual(texts[0])
      await storeMessages(desk, aReply(ticket, { seq: 3 }))
      expect(await firstUnanswered(ticket.number)).toBeNull()
      await storeMessages(desk, aReply(ticket, { seq: 4, ...inState('cancelled') }), ...texts.slice(2))
      expect(await firstUnanswered(ticket.number)).toEqual(texts[2])
    })

    it('leaves out what the customer asked of the desk itself', async () => {
      const { ticket } = await storeScene(desk)
      const text = aMessage(ticket, { seq: 4 })
      const words = (['out', 'in', 'help'] as const).map((keyword, at) => aMessage(ticket, { seq: at + 1, keyword }))
      await storeMessages(desk, ...words)
      expect(await firstUnanswered(ticket.number)).toBeNull()
      await storeMessages(desk, text)
      expect(await firstUnanswered(ticket.number)).toEqual(text)
    })

    it('leaves out thanks for a closed ticket, and not what followed them', async () => {
      const { ticket } = await storeScene(desk)
      const placed = (reason: 'thanks' | 'after-thanks') => ({ reason, ticket: null, at: START, reopenHours: 24 })
      await storeMessages(desk, aMessage(ticket, { seq: 1, placement: placed('thanks') }))
      expect(await firstUnanswered(ticket.number)).toBeNull()
      const text = aMessage(ticket, { seq: 2, placement: placed('after-thanks') })
      await storeMessages(desk, text)
      expect(await firstUnanswered(ticket.number)).toEqual(text)
    })

    it('takes neither a cancelled reply, nor a note, nor an automatic text for an answer', async () => {
      const { ticket, agent } = await storeScene(desk)
      const text = aMessage(ticket)
      await storeMessages(
        desk,
        text,
        aReply(ticket, { seq: 2, ...inState('cancelled') }),
        aReply(ticket, { seq: 3, kind: 'auto', purpose: 'confirmation' }),
        aReply(ticket, { seq: 4, kind: 'note', authorId: agent.id, delivery: null }),
      )
      expect(await firstUnanswered(ticket.number)).toEqual(text)
    })

    it('finds the oldest message that an agent has not seen and did not write', async () => {
      const { ticket, agent } = await storeScene(desk)
      const colleague = await storeAgent(desk)
      const text = aMessage(ticket, { seq: 5 })
      const crossing = aReply(ticket, { seq: 6, authorId: colleague.id })
      await storeMessages(
        desk,
        aMessage(ticket, { seq: 1 }),
        aReply(ticket, { seq: 2, authorId: agent.id }),
        aReply(ticket, { seq: 3, kind: 'auto', purpose: 'confirmation' }),
        aMessage(ticket, { seq: 4, direction: 'out', kind: 'note', authorId: colleague.id }),
        text,
        crossing,
      )
      const unseen = (seq: number, agentId: string) =>
        desk.run(({ messages }) => messages.history.firstUnseen(ticket.number, seq, agentId))
      expect(await unseen(1, agent.id)).toEqual(text)
      expect(await unseen(5, agent.id)).toEqual(crossing)
      expect(await unseen(5, colleague.id)).toBeNull()
      expect(await unseen(6, agent.id)).toBeNull()
    })

    it('finds the first that is newer than what an agent saw, whatever the timeline holds', async () => {
      const { ticket, agent } = await storeScene(desk)
      const colleague = await storeAgent(desk)
      const written = ([agent.id, colleague.id, null] as const).flatMap((authorId) => [
        { direction: 'out', kind: 'sms', authorId, ...inState('sent') } as const,
        { direction: 'out', kind: 'sms', authorId, ...inState('cancelled') } as const,
        { direction: 'out', kind: 'note', authorId } as const,
        { direction: 'out', kind: 'auto', authorId, purpose: 'help', ...inState('sent') } as const,
      ])
      const timeline = [...written, {}, ...written.toReversed()].map((each, place) =>
        aMessage(ticket, { ...each, seq: place + 1 }),
      )
      await storeMessages(desk, ...timeline)
      for (const agentId of [agent.id, colleague.id])
        for (const seq of [0, ...timeline.map((message) => message.seq)]) {
          const told = timeline.find((message) => isNewerThanSeen(message, { seq, agentId })) ?? null
          const found = await desk.run(({ messages }) => messages.history.firstUnseen(ticket.number, seq, agentId))
          expect([seq, found?.seq]).toEqual([seq, told?.seq])
        }
    })

    it('does not count a cancelled reply as unseen', async () => {
      const { ticket, agent } = await storeScene(desk)
      const colleague = await storeAgent(desk)
      const undone = aReply(ticket, { seq: 2, authorId: colleague.id, ...inState('cancelled') })
      await storeMessages(desk, aMessage(ticket, { seq: 1 }), undone)
      expect(await desk.run(({ messages }) => messages.history.firstUnseen(ticket.number, 1, agent.id))).toBeNull()
    })

    it('finds the newest text of a person that was not cancelled', async () => {
      const { ticket } = await storeScene(desk)
      const newest = () => desk.run(({ messages }) => messages.history.newest(ticket.number))
      expect(await newest()).toBeNull()
      const text = aMessage(ticket, { seq: 1 })
      await storeMessages(
        desk,
        text,
        aReply(ticket, { seq: 2, kind: 'auto', purpose: 'confirmation' }),
        aReply(ticket, { seq: 3, ...inState('cancelled') }),
        aMessage(ticket, { seq: 4, direction: 'out', kind: 'note', delivery: null }),
      )
      expect(await newest()).toEqual(text)
      const reply = aReply(ticket, { seq: 5, ...inState('failed') })
      await storeMessages(desk, reply)
      expect(await newest()).toEqual(reply)
    })

    it('lists what has not left yet for a contact of an inbox, whichever ticket it is in', async () => {
      const { ticket, inbox, contact } = await storeScene(desk)
      const old = await storeTicket(desk, { inbox, contact }, { status: 'closed', closedAt: START })
      const unsent = [
        aReply(ticket, inState('scheduled')),
        aReply(ticket, { seq: 2, ...inState('queued') }),
        aReply(ticket, { seq: 3, kind: 'auto', purpose: 'confirmation', ...inState('queued') }),
        aReply(old, inState('claimed')),
      ]
      const gone = (['dispatching', 'uncertain', 'accepted', 'cancelled', 'failed', 'delivered'] as const).map(
        (state, index) => aReply(ticket, { seq: 10 + index, ...inState(state) }),
      )
      await storeMessages(desk, ...unsent, ...gone, aMessage(ticket, { seq: 30 }))
      await storeMessages(desk, aReply(await storeStranger(desk, inbox)))
      const found = await desk.run(({ messages }) => messages.history.unsent(inbox.id, contact.id))
      expect(found.map(({ id }) => id).sort()).toEqual(unsent.map(({ id }) => id).sort())
    })

    it('lists what is unsettled until somebody settles it', async () => {
      const { ticket, inbox } = await storeScene(desk)
      const failed = aReply(ticket, { seq: 1, ...inState('failed') })
      const uncertain = aReply(ticket, { seq: 2, ...inState('uncertain') })
      const expired = aReply(ticket, { seq: 6, ...inState('expired') })
      await storeMessages(
        desk,
        failed,
        uncertain,
        expired,
        aReply(ticket, { seq: 3, settledAt: START, ...inState('failed') }),
        aReply(ticket, { seq: 4, ...inState('delivered') }),
        aReply(ticket, { seq: 5, ...inState('queued') }),
        aReply(await storeStranger(desk, inbox), inState('failed')),
      )
      const found = await desk.run(({ messages }) => messages.history.unsettled(ticket.number))
      expect(found.map(({ id }) => id).sort()).toEqual([failed.id, uncertain.id, expired.id].sort())
    })
  })
}
