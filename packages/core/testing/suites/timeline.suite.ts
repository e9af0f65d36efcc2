import { describe, expect, it } from 'vitest'
import { activityKinds } from '../../src/domain/ticket/activity.ts'
import type { TimelineItem } from '../../src/ports/queries/ticket-queries.ts'
import { aMessage, anActivity, aReply } from '../builders.ts'
import { START } from '../fakes/fixed-clock.ts'
import { type OpenDesk, useDesk } from './desk-subject.ts'
import { storeAgent, storeMessages, storeScene, storeStranger } from './scene.ts'

export function describeTimeline(open: OpenDesk): void {
  describe('timeline', () => {
    const desk = useDesk(open)

    it('is null without a ticket and empty without a message', async () => {
      const { ticket } = await storeScene(desk)
      expect(await desk.tickets.timeline(ticket.number + 1, null, 10)).toBeNull()
      expect(await desk.tickets.timeline(ticket.number, null, 10)).toEqual({ items: [], nextCursor: null })
    })

    it('holds messages and activity of the one ticket in one order, with names', async () => {
      const { ticket, inbox } = await storeScene(desk)
      const [ana, bo] = [await storeAgent(desk, { name: 'Ana' }), await storeAgent(desk, { name: 'Bo' })]
      const [text, reply] = [aMessage(ticket), aReply(ticket, { seq: 3, at: START - 5, authorId: ana.id })]
      const assigned = { seq: 2, actorId: ana.id, what: 'assigned', detail: bo.id } as const
      const line = anActivity(ticket.number, assigned)
      const withheld = anActivity(ticket.number, { seq: 4, what: 'confirmation-withheld', detail: 'budget' })
      const other = await storeStranger(desk, inbox)
      await storeMessages(desk, reply, text, aMessage(other))
      await desk.run(async ({ activity }) => {
        await activity.add(withheld)
        await activity.add(line)
        await activity.add(anActivity(other.number, { seq: 2 }))
      })
      expect((await desk.tickets.timeline(ticket.number, null, 10))?.items).toEqual([
        { type: 'message', message: text, author: null },
        { type: 'activity', activity: line, actor: { id: ana.id, name: 'Ana' }, assignee: { id: bo.id, name: 'Bo' } },
        { type: 'message', message: reply, author: { id: ana.id, name: 'Ana' } },
        { type: 'activity', activity: withheld, actor: null, assignee: null },
      ])
    })

    it('keeps every kind of activity', async () => {
      const { ticket } = await storeScene(desk)
      const lines = activityKinds.map((what, index) => anActivity(ticket.number, { what, seq: index + 1 }))
      await desk.run(async ({ activity }) => {
        for (const line of lines) await activity.add(line)
      })
      const page = await desk.tickets.timeline(ticket.number, null, 50)
      expect(page?.items.map((item) => item.type === 'activity' && item.activity)).toEqual(lines)
    })

    it('gives the newest page first and leads to older ones, whatever comes meanwhile', async () => {
      const { ticket } = await storeScene(desk)
      const messages = [1, 2, 4, 5, 7].map((seq) => aMessage(ticket, { seq }))
      await storeMessages(desk, ...messages)
      await desk.run(async ({ activity }) => {
        for (const seq of [3, 6]) await activity.add(anActivity(ticket.number, { seq }))
      })
      const newest = await desk.tickets.timeline(ticket.number, null, 3)
      await storeMessages(desk, aMessage(ticket, { seq: 8 }))
      const older = await desk.tickets.timeline(ticket.number, newest?.nextCursor ?? null, 3)
      const oldest = await desk.tickets.timeline(ticket.number, older?.nextCursor ?? null, 3)
      const places = [newest, older, oldest].map((page) => page?.items.map(seqOf))
      expect(places).toEqual([[5, 6, 7], [2, 3, 4], [1]])
      expect(oldest?.nextCursor).toBeNull()
    })
  })
}

function seqOf(item: TimelineItem): number {
  return item.type === 'message' ? item.message.seq : item.activity.seq
}
