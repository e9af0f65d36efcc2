import { describe, expect, it } from 'vitest'
import { aNewTicket } from '../builders.ts'
import { START } from '../fakes/fixed-clock.ts'
import { deface } from './deface.ts'
import { type OpenDesk, useDesk } from './desk-subject.ts'
import { storeAgent, storeContact, storeInbox, storeScene, storeStranger, storeTicket } from './scene.ts'

const CLOSED = { status: 'closed', closedAt: START + 1 } as const

export function describeTicketRepository(open: OpenDesk): void {
  describe('tickets', () => {
    const desk = useDesk(open)
    const find = (number: number) => desk.run(({ tickets }) => tickets.find(number))

    it('keeps every field', async () => {
      const { ticket, agent, inbox, contact } = await storeScene(desk)
      const full = {
        ...ticket,
        status: 'snoozed',
        origin: 'keyword',
        assigneeId: agent.id,
        waitingSince: START + 1,
        snoozedUntil: START + 9,
        tags: ['Refund', '"quoted", 🎉'],
        lastSeq: 7,
        lastInboundSeq: 6,
        lastMessage: { direction: 'out', kind: 'auto', preview: 'Grüße 🎉 שלום', at: START + 2 },
        updatedAt: START + 3,
      } as const
      await desk.run(({ tickets }) => tickets.save(full))
      expect(await find(ticket.number)).toEqual(full)
      const merged = { ...full, ...CLOSED, mergedInto: (await storeTicket(desk, { inbox, contact }, CLOSED)).number }
      await desk.run(({ tickets }) => tickets.save(merged))
      expect(await find(ticket.number)).toEqual(merged)
    })

    it('counts numbers up and knows no others', async () => {
      const { ticket, inbox } = await storeScene(desk)
      const next = await storeTicket(desk, { inbox, contact: await storeContact(desk) })
      expect(next.number).toBeGreaterThan(ticket.number)
      expect(await find(next.number)).toEqual(next)
      expect(await find(next.number + 1)).toBeNull()
    })

    it('finds the current ticket of that very inbox and contact, open or snoozed', async () => {
      const { ticket, inbox, contact } = await storeScene(desk)
      const [otherInbox, otherContact] = [await storeInbox(desk, { number: '+12025550199' }), await storeContact(desk)]
      const findCurrent = (inboxId: string, contactId: string) =>
        desk.run(({ tickets }) => tickets.findCurrent(inboxId, contactId))
      expect(await findCurrent(inbox.id, contact.id)).toEqual(ticket)
      expect(await findCurrent(otherInbox.id, contact.id)).toBeNull()
      expect(await findCurrent(inbox.id, otherContact.id)).toBeNull()
      await desk.run(({ tickets }) => tickets.save({ ...ticket, status: 'snoozed' }))
      expect((await findCurrent(inbox.id, contact.id))?.number).toBe(ticket.number)
      await desk.run(({ tickets }) => tickets.save({ ...ticket, ...CLOSED }))
      expect(await findCurrent(inbox.id, contact.id)).toBeNull()
    })

    it('finds the ticket that was closed last, passing over merged ones', async () => {
      const { ticket, inbox, contact } = await storeScene(desk)
      const close = (closedAt: number, mergedInto: number | null = null) =>
        storeTicket(desk, { inbox, contact }, { status: 'closed', closedAt, mergedInto })
      const latest = await close(START + 9)
      await close(START + 5)
      await close(START + 20, ticket.number)
      await storeTicket(desk, { inbox, contact: await storeContact(desk) }, { status: 'closed', closedAt: START + 30 })
      expect(await desk.run(({ tickets }) => tickets.findNewestClosed(inbox.id, contact.id))).toEqual(latest)
      const stranger = await storeContact(desk)
      expect(await desk.run(({ tickets }) => tickets.findNewestClosed(inbox.id, stranger.id))).toBeNull()
    })

    it('adds no second ticket that is not closed, but any number of closed ones', async () => {
      const { inbox, contact } = await storeScene(desk)
      const parties = { inboxId: inbox.id, contactId: contact.id }
      const add = (status: 'open' | 'snoozed' | 'closed') =>
        desk.run(({ tickets }) => tickets.add(aNewTicket({ ...parties, status })))
      expect(await add('open')).toBeNull()
      expect(await add('snoozed')).toBeNull()
      expect(await add('closed')).not.toBeNull()
      expect(await add('closed')).not.toBeNull()
    })

    it('lets one of many units of work add the current ticket when they come at once', async () => {
      const [inbox, contact] = [await storeInbox(desk), await storeContact(desk)]
      const fresh = aNewTicket({ inboxId: inbox.id, contactId: contact.id })
      const added = await Promise.all(Array.from({ length: 10 }, () => desk.run(({ tickets }) => tickets.add(fresh))))
      expect(added.filter((ticket) => ticket !== null)).toHaveLength(1)
    })

    it('refuses to reopen beside a ticket that is not closed, and says which rule that broke', async () => {
      const { inbox, contact } = await storeScene(desk)
      const old = await storeTicket(desk, { inbox, contact }, CLOSED)
      const reopen = desk.run(({ tickets }) => tickets.save({ ...old, status: 'open', closedAt: null }))
      await expect(reopen).rejects.toMatchObject({ name: 'DomainError', code: 'other-ticket-open' })
      expect(await find(old.number)).toEqual(old)
    })

    it('finds what is assigned and not closed, the oldest first', async () => {
      const inbox = await storeInbox(desk)
      const [gone, here] = [await storeAgent(desk, { disabledAt: START }), await storeAgent(desk)]
      const store = (assigneeId: string | null, more: object = {}) =>
        storeStranger(desk, inbox, { assigneeId, ...more })
      const [first, second] = [await store(gone.id), await store(gone.id, { status: 'snoozed', snoozedUntil: START })]
      const kept = await store(here.id)
      await store(null)
      await store(gone.id, CLOSED)
      const assigned = (id: string, limit = 9) => desk.run(({ tickets }) => tickets.findAssigned(id, limit))
      expect(await assigned(gone.id)).toEqual([first, second])
      expect(await assigned(gone.id, 1)).toEqual([first])
      expect(await assigned(here.id)).toEqual([kept])
      const ofDisabled = (limit: number) => desk.run(({ tickets }) => tickets.findOfDisabled(limit))
      expect((await ofDisabled(9)).toSorted((a, b) => a.number - b.number)).toEqual([first, second])
      expect(await ofDisabled(1)).toHaveLength(1)
      expect(await desk.queries.countOpenTickets(gone.id)).toBe(2)
      expect(await desk.queries.countOpenTickets('nobody')).toBe(0)
    })

    it('keeps values: what was handed in or out changes nothing unless it is saved', async () => {
      const { ticket, agent } = await storeScene(desk)
      const lastMessage = { direction: 'in', kind: 'sms', preview: 'Hello', at: START } as const
      const expected = { ...ticket, assigneeId: agent.id, lastMessage }
      const given = { ...expected, lastMessage: { ...lastMessage } }
      await desk.run(({ tickets }) => tickets.save(given))
      deface(given)
      deface(await find(ticket.number))
      expect(await find(ticket.number)).toEqual(expected)
    })
  })
}
