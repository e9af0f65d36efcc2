import { describe, expect, it } from 'vitest'
import { placement } from '../../src/domain/message/placement.ts'
import type { TimelineMove } from '../../src/domain/ticket/timeline-entry.ts'
import { aDelivery, aDraft, aMessage, anActivity, aReply } from '../builders.ts'
import { START } from '../fakes/fixed-clock.ts'
import { type OpenDesk, useDesk } from './desk-subject.ts'
import { storeAgent, storeMessages, storeScene, storeStranger, storeTicket } from './scene.ts'

const CLOSED = { status: 'closed', closedAt: START } as const
const WHY = placement('moved', { ticket: 1, at: START })

export function describeTimelineMoves(open: OpenDesk): void {
  describe('places in timelines', () => {
    const desk = useDesk(open)
    const list = (number: number) => desk.run(({ timelines }) => timelines.list(number))
    const find = (id: string) => desk.run(({ messages }) => messages.find(id))
    const move = (to: number, moves: readonly TimelineMove[]) =>
      desk.run(({ timelines }) => timelines.move(to, moves, WHY))

    it('are listed for messages and activity in their one order', async () => {
      const { ticket, inbox } = await storeScene(desk)
      await storeMessages(desk, aReply(ticket, { seq: 4, at: START + 2 }), aMessage(ticket, { seq: 1 }))
      await storeMessages(desk, aMessage(await storeStranger(desk, inbox)))
      await desk.run(({ activity }) =>
        activity.add(anActivity(ticket.number, { seq: 3, at: START + 1, what: 'reopened' })),
      )
      expect(await list(ticket.number)).toEqual([
        { what: 'text', seq: 1, at: START },
        { what: 'reopened', seq: 3, at: START + 1 },
        { what: 'message', seq: 4, at: START + 2 },
      ])
      expect(await list(ticket.number + 9)).toEqual([])
    })

    it('change all at once: what one leaves, another may take', async () => {
      const { ticket } = await storeScene(desk)
      const texts = [1, 2, 3].map((seq) => aMessage(ticket, { seq, placement: placement('first-text') }))
      await storeMessages(desk, ...texts)
      const lines = [4, 5].map((seq) => anActivity(ticket.number, { seq }))
      await desk.run(async ({ activity }) => {
        for (const line of lines) await activity.add(line)
      })
      const at = (seq: number) => ({ ticketNumber: ticket.number, seq })
      await move(ticket.number, [
        ...[1, 2, 3].map((seq) => ({ type: 'message' as const, from: at(seq), seq: 1 + (seq % 3) })),
        { type: 'activity', from: at(4), seq: 5 },
        { type: 'activity', from: at(5), seq: 6 },
      ])
      const moved = await Promise.all(texts.map(({ id }) => find(id)))
      expect(moved).toEqual(texts.map((text, index) => ({ ...text, seq: [2, 3, 1][index] })))
      const page = await desk.tickets.timeline(ticket.number, null, 10)
      expect(page?.items.flatMap((item) => (item.type === 'activity' ? [item.activity] : []))).toEqual(
        lines.map((line) => ({ ...line, seq: line.seq + 1 })),
      )
    })

    it('may be in another ticket: a text says why, a message keeps its claim, and search follows', async () => {
      const { ticket, inbox, contact, agent } = await storeScene(desk)
      const other = await storeTicket(desk, { inbox, contact }, CLOSED)
      const text = aMessage(ticket, { seq: 2, body: 'copper kettle' })
      const claim = { token: 'token', leaseUntil: START + 60_000 }
      const reply = aReply(ticket, { seq: 3, delivery: aDelivery({ state: 'claimed', nextAttemptAt: null, claim }) })
      const stays = aMessage(ticket, { seq: 1 })
      await storeMessages(desk, stays, text, reply)
      await desk.run(({ activity }) => activity.add(anActivity(ticket.number, { seq: 4 })))
      await desk.subject.settleSearch()
      const from = (seq: number) => ({ ticketNumber: ticket.number, seq })
      await move(other.number, [
        { type: 'message', from: from(2), seq: 1 },
        { type: 'message', from: from(3), seq: 2 },
        { type: 'activity', from: from(4), seq: 3 },
      ])
      expect(await find(text.id)).toEqual({ ...text, ticketNumber: other.number, seq: 1, placement: WHY })
      expect(await find(reply.id)).toEqual({ ...reply, ticketNumber: other.number, seq: 2 })
      expect(await find(stays.id)).toEqual(stays)
      expect([(await list(ticket.number)).length, (await list(other.number)).length]).toEqual([1, 3])
      const search = { agentId: agent.id, view: 'all', search: 'kettle', cursor: null, limit: 10, now: START } as const
      expect((await desk.tickets.list(search)).items.map(({ number }) => number)).toEqual([other.number])
    })

    it('tell how far each agent has read, and that can be put back', async () => {
      const { ticket, agent, inbox } = await storeScene(desk)
      const [bo, other] = [await storeAgent(desk), await storeStranger(desk, inbox)]
      await desk.run(async ({ reads }) => {
        await reads.markSeen(agent.id, ticket.number, 5)
        await reads.place(agent.id, ticket.number, 2)
        await reads.place(bo.id, ticket.number, 7)
        await reads.markSeen(bo.id, other.number, 1)
      })
      const positions = await desk.run(({ reads }) => reads.list(ticket.number))
      expect(positions.toSorted((a, b) => a.seq - b.seq)).toEqual([
        { agentId: agent.id, seq: 2 },
        { agentId: bo.id, seq: 7 },
      ])
    })

    it("know everybody's drafts in a ticket", async () => {
      const { ticket, agent, inbox } = await storeScene(desk)
      const [bo, other] = [await storeAgent(desk), await storeStranger(desk, inbox)]
      const here = [
        aDraft({ agentId: agent.id, ticketNumber: ticket.number }),
        aDraft({ agentId: bo.id, ticketNumber: ticket.number }, { mode: 'note' }),
      ]
      await desk.run(async ({ drafts }) => {
        for (const draft of [...here, aDraft({ agentId: bo.id, ticketNumber: other.number })]) await drafts.save(draft)
      })
      const found = await desk.run(({ drafts }) => drafts.list(ticket.number))
      expect(found.toSorted((a, b) => b.mode.localeCompare(a.mode))).toEqual(here)
    })
  })
}
