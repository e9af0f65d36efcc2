import { describe, expect, it } from 'vitest'
import { aReport } from '../a-report.ts'
import { aMessage, anActivity, aReply } from '../builders.ts'
import { START } from '../fakes/fixed-clock.ts'
import { type OpenDesk, useDesk } from './desk-subject.ts'
import { storeInbox, storeMessages, storeScene, storeStranger, storeTicket } from './scene.ts'

export function describePracticeRepository(open: OpenDesk): void {
  describe('practice tickets', () => {
    const desk = useDesk(open)
    const removeMessages = (number: number, limit: number) =>
      desk.run(({ practice }) => practice.removeMessages(number, limit))
    const removeTicket = (number: number) => desk.run(({ practice }) => practice.removeTicket(number))
    const find = (query: string, agentId: string) =>
      desk.tickets.list({ agentId, view: 'all', search: query, cursor: null, limit: 10, now: START })

    it('are found by their inbox, between two numbers', async () => {
      expect(await desk.run(({ practice }) => practice.lastTicketNumber())).toBe(0)
      const { inbox, ticket } = await storeScene(desk)
      const other = await storeStranger(desk, await storeInbox(desk, { number: '+12025550199' }))
      const [second, third, last] = [
        await storeStranger(desk, inbox),
        await storeStranger(desk, inbox),
        await storeStranger(desk, inbox),
      ].map(({ number }) => number) as [number, number, number]
      const list = (from: number, to: number) => desk.run(({ practice }) => practice.listTickets(inbox.id, from, to))
      expect(await list(1, last)).toEqual([ticket.number, second, third, last])
      expect(await list(other.number, third)).toEqual([second, third])
      expect(await list(last + 1, last + 4)).toEqual([])
      expect(await desk.run(({ practice }) => practice.lastTicketNumber())).toBe(last)
    })

    it('lose their messages a few at a time, reports and search included', async () => {
      const { agent, inbox, ticket } = await storeScene(desk)
      const other = await storeStranger(desk, inbox)
      const reply = aReply(ticket, { seq: 3, body: 'brass kettle' })
      const bodies = ['brass kettle', 'copper kettle']
      await storeMessages(desk, ...bodies.map((body, i) => aMessage(ticket, { body, seq: i + 1 })), reply)
      await storeMessages(desk, aMessage(other, { body: 'iron kettle' }))
      await desk.run(({ reports }) => reports.add(aReport({ messageId: reply.id })))
      await desk.subject.settleSearch()
      expect([await removeMessages(ticket.number, 2), await removeMessages(ticket.number, 2)]).toEqual([2, 1])
      expect(await removeMessages(ticket.number, 2)).toBe(0)
      expect((await desk.tickets.timeline(ticket.number, null, 10))?.items).toEqual([])
      expect(await desk.run(({ reports }) => reports.listForMessage(reply.id))).toEqual([])
      expect((await find('kettle', agent.id)).items.map(({ number }) => number)).toEqual([other.number])
    })

    it('leave search as it should be for texts that come afterwards', async () => {
      const { agent, inbox, ticket } = await storeScene(desk)
      const kept = await storeStranger(desk, inbox)
      await storeMessages(desk, aMessage(kept, { body: 'wooden spoon' }), aMessage(ticket, { body: 'first' }))
      await storeMessages(desk, aMessage(ticket, { body: 'second', seq: 2 }))
      await desk.subject.settleSearch()
      await removeMessages(ticket.number, 10)
      await removeTicket(ticket.number)
      const late = await storeStranger(desk, inbox)
      await storeMessages(desk, aMessage(late, { body: 'silver fork' }))
      await desk.subject.settleSearch()
      const found = async (query: string) => (await find(query, agent.id)).items.map(({ number }) => number)
      expect([await found('silver'), await found('wooden'), await found('second')]).toEqual([
        [late.number],
        [kept.number],
        [],
      ])
      const address = (await desk.queries.findContact(late.contactId))?.contact.address.value ?? ''
      expect(await found(address)).toEqual([late.number])
    })

    it('go with all that hangs on them, and with a contact that has no other ticket', async () => {
      const { agent, inbox, contact, ticket } = await storeScene(desk)
      const other = await storeInbox(desk, { number: '+12025550199' })
      const elsewhere = await storeTicket(desk, { inbox: other, contact })
      await desk.run(async ({ activity, reads }) => {
        await activity.add(anActivity(ticket.number))
        await reads.markSeen(agent.id, ticket.number, 1)
      })
      expect(await removeTicket(ticket.number)).toEqual({ contactRemoved: false })
      expect(await desk.run(({ tickets }) => tickets.find(ticket.number))).toBeNull()
      expect(await desk.queries.findContact(contact.id)).not.toBeNull()
      expect(await removeTicket(elsewhere.number)).toEqual({ contactRemoved: true })
      expect(await desk.queries.findContact(contact.id)).toBeNull()
      expect((await storeStranger(desk, inbox)).number).toBeGreaterThan(elsewhere.number)
    })

    it('take opt-outs of their inbox along, and no others', async () => {
      const { inbox, contact } = await storeScene(desk)
      const other = await storeInbox(desk, { number: '+12025550199' })
      await desk.run(async ({ optOuts, practice }) => {
        for (const { id } of [inbox, other]) await optOuts.add(id, contact.address, { at: START, source: 'text' })
        await practice.removeOptOuts(inbox.id)
      })
      const left = await desk.queries.findContact(contact.id)
      expect(left?.optOuts.map(({ inboxId }) => inboxId)).toEqual([other.id])
    })
  })
}
