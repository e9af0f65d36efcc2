import { describe, expect, it } from 'vitest'
import { aContact, aDelivery, aMessage, aNewTicket, aReply } from '../builders.ts'
import { START } from '../fakes/fixed-clock.ts'
import { type OpenDesk, useDesk } from './desk-subject.ts'
import { storeAgent, storeContact, storeInbox, storeMessages, storeScene, storeTicket } from './scene.ts'

export function describeTicketRows(open: OpenDesk): void {
  describe('ticket rows', () => {
    const desk = useDesk(open)

    it('hold all that a list shows, alone or in the list', async () => {
      const [agent, other] = [await storeAgent(desk, { name: 'Ana' }), await storeAgent(desk)]
      const inbox = await storeInbox(desk, { name: 'Practice', provider: 'simulated' })
      const contact = await storeContact(desk, { name: 'Kim', blockedAt: START + 1 })
      const lastMessage = { direction: 'in', kind: 'sms', preview: 'Where is', at: START + 2 } as const
      const ticket = await storeTicket(
        desk,
        { inbox, contact },
        {
          assigneeId: agent.id,
          tags: ['Refund', 'Straße 🎉'],
          waitingSince: START + 2,
          stopAskedAt: START + 2,
          lastSeq: 1,
          lastInboundSeq: 1,
          lastMessage,
          updatedAt: START + 3,
        },
      )
      await storeMessages(desk, aMessage(ticket))
      await desk.run(({ optOuts }) => optOuts.add(inbox.id, contact.address, { at: START + 4, source: 'text' }))
      const row = await desk.tickets.find(ticket.number, other.id, START + 9)
      expect(row).toEqual({
        number: ticket.number,
        status: 'open',
        contact: {
          id: contact.id,
          kind: 'phone',
          address: contact.address.value,
          name: 'Kim',
          blockedAt: START + 1,
          optedOutAt: START + 4,
        },
        inbox: { id: inbox.id, name: 'Practice', number: inbox.number, simulated: true },
        assignee: { id: agent.id, name: 'Ana' },
        unread: true,
        needsAttention: false,
        waitingSince: START + 2,
        stopAskedAt: START + 2,
        snoozedUntil: null,
        tags: ['Refund', 'Straße 🎉'],
        lastMessage,
        lastAuthor: null,
        createdAt: START,
        updatedAt: START + 3,
        closedAt: null,
        mergedInto: null,
      })
      const query = { agentId: other.id, view: 'all', search: null, cursor: null, limit: 10, now: START + 9 } as const
      expect((await desk.tickets.list(query)).items).toEqual([row])
      expect(await desk.tickets.find(ticket.number + 1, other.id, START)).toBeNull()
    })

    it('lead from a merged ticket to its target, and know an opt-out of another inbox for none of theirs', async () => {
      const { ticket, inbox, contact, agent } = await storeScene(desk)
      const elsewhere = await storeInbox(desk, { number: '+12025550199' })
      await desk.run(({ optOuts }) => optOuts.add(elsewhere.id, contact.address, { at: START, source: 'text' }))
      const merged = { status: 'closed', closedAt: START + 1, mergedInto: ticket.number } as const
      const { number } = await storeTicket(desk, { inbox, contact }, merged)
      const row = await desk.tickets.find(number, agent.id, START)
      expect(row).toMatchObject({ ...merged, assignee: null, lastMessage: null, unread: false })
      expect(row?.contact.optedOutAt).toBeNull()
      expect(row?.inbox.simulated).toBe(false)
    })

    it('name who wrote the text that they show, if that was an agent', async () => {
      const [ana, ben] = [await storeAgent(desk, { name: 'Ana' }), await storeAgent(desk, { name: 'Ben' })]
      const { ticket } = await storeScene(desk, { lastSeq: 1, lastInboundSeq: 1 })
      const lastAuthor = async () => (await desk.tickets.find(ticket.number, ana.id, START))?.lastAuthor
      const show = (direction: 'in' | 'out', lastSeq: number) =>
        desk.run(({ tickets }) =>
          tickets.save({ ...ticket, lastSeq, lastMessage: { direction, kind: 'sms', preview: 'Text', at: START } }),
        )
      const note = aMessage(ticket, { seq: 3, direction: 'out', kind: 'note', authorId: ana.id })
      const undone = aReply(ticket, { seq: 4, authorId: ana.id, delivery: aDelivery({ state: 'cancelled' }) })
      const automatic = aReply(ticket, { seq: 5, kind: 'auto', purpose: 'confirmation' })
      expect(await lastAuthor()).toBeNull()
      await storeMessages(desk, aReply(ticket, { authorId: ana.id }), aReply(ticket, { seq: 2, authorId: ben.id }))
      await storeMessages(desk, note, undone, automatic)
      await show('out', 5)
      expect(await lastAuthor()).toEqual({ id: ben.id, name: 'Ben' })
      const query = { agentId: ana.id, view: 'all', search: null, cursor: null, limit: 10, now: START } as const
      const [row] = (await desk.tickets.list(query)).items
      expect(row?.lastAuthor).toEqual({ id: ben.id, name: 'Ben' })
      await storeMessages(desk, aMessage(ticket, { seq: 6 }))
      await show('in', 6)
      expect(await lastAuthor()).toBeNull()
    })

    it('are unread for each agent until that agent has seen the newest text, and never again for looking back', async () => {
      const { ticket, agent } = await storeScene(desk, { lastSeq: 4, lastInboundSeq: 3 })
      const other = await storeAgent(desk)
      await storeMessages(desk, aMessage(ticket, { seq: 3 }))
      const see = (seq: number) => desk.run(({ reads }) => reads.markSeen(agent.id, ticket.number, seq))
      const unread = async (agentId: string) => (await desk.tickets.find(ticket.number, agentId, START))?.unread
      expect(await unread(agent.id)).toBe(true)
      await see(2)
      expect(await unread(agent.id)).toBe(true)
      await see(3)
      expect(await unread(agent.id)).toBe(false)
      await see(1)
      expect(await unread(agent.id)).toBe(false)
      expect(await unread(other.id)).toBe(true)
      await desk.run(({ tickets }) => tickets.save({ ...ticket, lastSeq: 5, lastInboundSeq: 5 }))
      expect(await unread(agent.id)).toBe(true)
    })
  })

  describe('ticket counts', () => {
    const desk = useDesk(open)

    it('count who waits and what nobody took', async () => {
      const { inbox, agent } = await storeScene(desk, { waitingSince: START })
      const add = async (overrides: object) =>
        storeTicket(desk, { inbox, contact: await storeContact(desk) }, overrides)
      await add({ waitingSince: START, assigneeId: agent.id })
      await add({})
      await add({ status: 'closed', closedAt: START })
      expect(await desk.tickets.counts(agent.id, START)).toEqual({ waiting: 2, unassigned: 2, attention: 0 })
    })

    it('stop at 1,000', async () => {
      const [inbox, agent] = [await storeInbox(desk), await storeAgent(desk)]
      for (let batch = 0; batch < 11; batch += 1) {
        const contacts = Array.from({ length: 100 }, () => aContact())
        await desk.run(async (opened) => {
          for (const contact of contacts) {
            await opened.contacts.add(contact)
            await opened.tickets.add(aNewTicket({ inboxId: inbox.id, contactId: contact.id, waitingSince: START }))
          }
        })
      }
      expect(await desk.tickets.counts(agent.id, START)).toMatchObject({ waiting: 1_000, unassigned: 1_000 })
    })
  })
}
