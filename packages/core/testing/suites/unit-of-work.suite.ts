import { describe, expect, it } from 'vitest'
import type { Desk } from '../../src/ports/unit-of-work.ts'
import { aContact, anActivity } from '../builders.ts'
import { START } from '../fakes/fixed-clock.ts'
import { type OpenDesk, useDesk } from './desk-subject.ts'
import { storeAgent, storeScene } from './scene.ts'

export function describeUnitOfWork(open: OpenDesk): void {
  describe('unit of work', () => {
    const desk = useDesk(open)

    it('hands on what the unit of work returns, and keeps what it did', async () => {
      const contact = aContact()
      expect(await desk.run(({ contacts }) => contacts.add(contact))).toBe(true)
      expect(await desk.run(({ contacts }) => contacts.find(contact.id))).toEqual(contact)
    })

    it('throws what the unit of work threw, and undoes all of it', async () => {
      const { ticket, contact } = await storeScene(desk)
      const [stranger, fault] = [aContact(), new Error('on purpose')]
      const work = desk.run(async ({ contacts, tickets, activity }) => {
        await contacts.add(stranger)
        await contacts.save({ ...contact, name: 'Never' })
        await tickets.save({ ...ticket, status: 'snoozed' })
        await activity.add(anActivity(ticket.number))
        throw fault
      })
      await expect(work).rejects.toBe(fault)
      expect(await desk.run(({ contacts }) => contacts.find(stranger.id))).toBeNull()
      expect(await desk.run(({ contacts }) => contacts.find(contact.id))).toEqual(contact)
      expect(await desk.run(({ tickets }) => tickets.find(ticket.number))).toEqual(ticket)
      expect((await desk.tickets.timeline(ticket.number, null, 10))?.items).toEqual([])
    })

    it('lets one failure undo only itself', async () => {
      const others = Array.from({ length: 10 }, () => aContact())
      const runs = others.map((contact, index) =>
        desk.run(async ({ contacts }) => {
          await contacts.add(contact)
          if (index % 3 === 1) throw new Error('on purpose')
        }),
      )
      const outcomes = (await Promise.allSettled(runs)).map((outcome) => outcome.status === 'fulfilled')
      const stored = await desk.run(async ({ contacts }) => {
        const found = []
        for (const contact of others) found.push((await contacts.find(contact.id)) !== null)
        return found
      })
      expect(outcomes).toEqual(others.map((_, index) => index % 3 !== 1))
      expect(stored).toEqual(outcomes)
    })

    it('loses no update when units of work find and save one ticket at once', async () => {
      const { ticket, inbox, contact } = await storeScene(desk)
      const once = (find: (opened: Desk) => ReturnType<Desk['tickets']['find']>) =>
        desk.run(async (opened) => {
          const found = await find(opened)
          if (found) await opened.tickets.save({ ...found, lastSeq: found.lastSeq + 1 })
        })
      const byNumber = Array.from({ length: 10 }, () => once(({ tickets }) => tickets.find(ticket.number)))
      const current = Array.from({ length: 10 }, () => once(({ tickets }) => tickets.findCurrent(inbox.id, contact.id)))
      await Promise.all([...byNumber, ...current])
      expect((await desk.run(({ tickets }) => tickets.find(ticket.number)))?.lastSeq).toBe(20)
    })

    it('shows its work to itself and to nobody else before it is done', async () => {
      const { ticket } = await storeScene(desk)
      const during = await desk.run(async ({ tickets, agents }) => {
        await tickets.save({ ...ticket, status: 'snoozed' })
        const inside = await tickets.find(ticket.number)
        const [agent] = await agents.list()
        const outside = await desk.tickets.find(ticket.number, agent?.id ?? '', START)
        return { inside: inside?.status, outside: outside?.status }
      })
      expect(during).toEqual({ inside: 'snoozed', outside: 'open' })
    })

    it('is visible to the queries once it is done', async () => {
      const agent = await storeAgent(desk)
      expect(await desk.queries.listAgents()).toEqual([agent])
    })

    it('refuses a handle that outlived its unit of work, whether that returned or threw', async () => {
      const kept: Desk[] = []
      await desk.run(async (opened) => void kept.push(opened))
      await desk
        .run(async (opened) => {
          kept.push(opened)
          throw new Error('on purpose')
        })
        .catch(() => undefined)
      for (const opened of kept) {
        await expect(async () => opened.tickets.find(1)).rejects.toThrow()
        await expect(async () => opened.messages.history.unsettled(1)).rejects.toThrow()
        await expect(async () => opened.contacts.add(aContact())).rejects.toThrow()
        expect(() => opened.changes.record({ kind: 'agent', agentId: 'any' })).toThrow()
      }
      expect(kept.length).toBeGreaterThanOrEqual(2)
    })
  })
}
