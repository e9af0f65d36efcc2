import { describe, expect, it } from 'vitest'
import type { DeliveryState } from '../../src/text/delivery-order.ts'
import { aContact, aDelivery, aMessage, aReply } from '../builders.ts'
import { START } from '../fakes/fixed-clock.ts'
import { type OpenDesk, useDesk } from './desk-subject.ts'
import { storeAgent, storeInbox, storeMessages, storeScene, storeStranger, storeTicket } from './scene.ts'

export function describeDeskQueries(open: OpenDesk): void {
  describe('desk queries', () => {
    const desk = useDesk(open)

    it('find a session with its agent, however old, until it is gone', async () => {
      const agent = await storeAgent(desk)
      const session = { tokenDigest: 'digest', agentId: agent.id, createdAt: 0, lastSeenAt: 1, label: null }
      await desk.run(({ sessions }) => sessions.add(session))
      expect(await desk.queries.findSession('digest')).toEqual({ session, agent })
      expect(await desk.queries.findSession('other')).toBeNull()
      await desk.run(({ sessions }) => sessions.remove('digest'))
      expect(await desk.queries.findSession('digest')).toBeNull()
    })

    it('list every agent, disabled and invited ones too', async () => {
      const agents = [await storeAgent(desk, { disabledAt: START }), await storeAgent(desk, { passwordHash: null })]
      const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)
      expect((await desk.queries.listAgents()).toSorted(byId)).toEqual(agents.toSorted(byId))
    })

    it('list inboxes with the time of the last text that came', async () => {
      const { inbox, ticket } = await storeScene(desk)
      const quiet = await storeInbox(desk, { number: '+12025550199', createdAt: START + 1 })
      await storeMessages(
        desk,
        aMessage(ticket, { at: START + 1 }),
        aMessage(ticket, { seq: 2, at: START + 5 }),
        aReply(ticket, { seq: 3, at: START + 9 }),
        aReply(await storeStranger(desk, quiet), { at: START + 9 }),
      )
      const listed = await desk.queries.listInboxes()
      expect(listed).toHaveLength(2)
      expect(listed).toContainEqual({ inbox, lastTextAt: START + 5 })
      expect(listed).toContainEqual({ inbox: quiet, lastTextAt: null })
    })

    it('find a contact with its opt-outs in every inbox', async () => {
      const { inbox, contact } = await storeScene(desk)
      const other = await storeInbox(desk, { number: '+12025550199' })
      expect(await desk.queries.findContact(contact.id)).toEqual({ contact, optOuts: [] })
      await desk.run(async ({ optOuts }) => {
        await optOuts.add(inbox.id, contact.address, { at: START, source: 'text' })
        await optOuts.add(other.id, contact.address, { at: START + 1, source: 'agent' })
        await optOuts.add(other.id, aContact().address, { at: START + 2, source: 'carrier' })
      })
      const found = await desk.queries.findContact(contact.id)
      expect(found?.optOuts.toSorted((a, b) => a.at - b.at)).toEqual([
        { inboxId: inbox.id, at: START, source: 'text' },
        { inboxId: other.id, at: START + 1, source: 'agent' },
      ])
      expect(await desk.queries.findContact(aContact().id)).toBeNull()
    })

    it('show a phone what it sent and what reached it, in every ticket of the inbox', async () => {
      const { inbox, contact, ticket } = await storeScene(desk)
      const old = await storeTicket(desk, { inbox, contact }, { status: 'closed', closedAt: START })
      const elsewhere = await storeTicket(desk, { inbox: await storeInbox(desk, { number: '+12025550199' }), contact })
      const inState = (state: DeliveryState) => ({ delivery: aDelivery({ state, nextAttemptAt: null }) })
      await storeMessages(
        desk,
        aMessage(old, { body: 'first', at: START + 1 }),
        aMessage(ticket, { body: 'second', at: START + 2 }),
        aReply(ticket, { seq: 2, body: 'third', at: START + 3, ...inState('delivered') }),
        aReply(ticket, { seq: 3, body: 'lost', at: START + 4, ...inState('failed') }),
        aReply(ticket, { seq: 4, body: 'on its way', at: START + 5 }),
        aMessage(ticket, { seq: 5, direction: 'out', kind: 'note', body: 'secret', at: START + 6 }),
        aMessage(elsewhere, { body: 'to another number', at: START + 7 }),
        aMessage(await storeStranger(desk, inbox), { body: 'of another phone', at: START + 8 }),
      )
      const list = async (limit: number) =>
        (await desk.queries.listPhoneMessages(inbox.id, contact.address.value, limit)).map(
          ({ direction, body, at }) => `${at - START} ${direction} ${body}`,
        )
      const all = ['1 from-phone first', '2 from-phone second', '3 to-phone third']
      expect(await list(10)).toEqual(all)
      expect(await list(2)).toEqual(all.slice(1))
      expect(await desk.queries.listPhoneMessages(inbox.id, aContact().address.value, 10)).toEqual([])
    })
  })
}
