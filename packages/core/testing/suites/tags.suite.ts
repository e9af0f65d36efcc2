import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TicketListQuery } from '../../src/ports/queries/ticket-queries.ts'
import { TICKET_VIEWS, type TicketView } from '../../src/text/ticket-views.ts'
import { START } from '../fakes/fixed-clock.ts'
import { type DeskUnderTest, type OpenDesk, useDesk, withDesk } from './desk-subject.ts'
import { storeAgent, storeInbox, storeScene, storeStranger } from './scene.ts'

const everything = { view: 'all', search: null, cursor: null, limit: 100, now: START } as const

/** Few tags and times, so that many tickets share them. */
const sketch = fc.record({
  tags: fc.uniqueArray(fc.constantFrom('Refund', 'VIP', 'Straße'), { maxLength: 3 }),
  updatedAt: fc.nat({ max: 3 }),
  status: fc.constantFrom('open', 'snoozed', 'closed'),
  waitingSince: fc.option(fc.nat({ max: 3 })),
})

export function describeTags(open: OpenDesk): void {
  describe('tags', () => {
    const desk = useDesk(open)
    const listTags = () => desk.workspace.listTags(100)
    const findSpelling = (tag: string) => desk.run(({ tags }) => tags.findSpelling(tag))

    it('come and go with the tickets that have them', async () => {
      const { ticket, inbox, agent } = await storeScene(desk, { tags: ['VIP'] })
      const other = await storeStranger(desk, inbox, { tags: ['Refund', 'VIP'] })
      const uses = [
        { tag: 'VIP', tickets: 2 },
        { tag: 'Refund', tickets: 1 },
      ]
      expect(await listTags()).toEqual(uses)
      expect(await desk.workspace.listTags(1)).toEqual(uses.slice(0, 1))
      expect([await findSpelling('vip'), await findSpelling('REFUND'), await findSpelling('late')]).toEqual([
        'VIP',
        'Refund',
        null,
      ])
      expect((await desk.tickets.find(other.number, agent.id, START))?.tags).toEqual(['Refund', 'VIP'])
      await desk.run(({ tickets }) => tickets.save({ ...ticket, tags: [] }))
      await desk.run(({ tickets }) => tickets.save({ ...other, tags: ['late', 'VIP'] }))
      expect(await listTags()).toEqual([
        { tag: 'late', tickets: 1 },
        { tag: 'VIP', tickets: 1 },
      ])
      expect(await findSpelling('refund')).toBeNull()
    })

    it('stay as they are when something else of the ticket changes, also unread before', async () => {
      const { ticket } = await storeScene(desk, { tags: ['VIP'] })
      await desk.run(({ tickets }) => tickets.save({ ...ticket, updatedAt: START + 5 }))
      await desk.run(async ({ tickets }) => {
        const found = await tickets.find(ticket.number)
        if (found) await tickets.save({ ...found, updatedAt: START + 6 })
      })
      expect(await listTags()).toEqual([{ tag: 'VIP', tickets: 1 }])
    })

    it('narrow the list however they are spelled, and follow a ticket to its new place', async () => {
      const [agent, inbox] = [await storeAgent(desk), await storeInbox(desk)]
      const older = await storeStranger(desk, inbox, { tags: ['VIP'], updatedAt: START + 1 })
      const newer = await storeStranger(desk, inbox, { tags: ['VIP', 'Refund'], updatedAt: START + 2 })
      await storeStranger(desk, inbox, { tags: ['Refund'] })
      const list = async (tag: string) =>
        (await desk.tickets.list({ ...everything, agentId: agent.id, tag })).items.map((row) => row.number)
      expect(await list('vip')).toEqual([newer.number, older.number])
      await desk.run(({ tickets }) => tickets.save({ ...older, updatedAt: START + 3 }))
      expect(await list('VIP')).toEqual([older.number, newer.number])
      expect(await list('nothing')).toEqual([])
    })

    it('narrow every view to the same tickets in the same order, page by page', () =>
      fc.assert(
        fc.asyncProperty(
          fc.array(sketch, { maxLength: 12 }),
          fc.constantFrom(...TICKET_VIEWS),
          fc.integer({ min: 1, max: 4 }),
          (sketches, view, limit) =>
            withDesk(open, async (own) => {
              const [agent, inbox] = [await storeAgent(own), await storeInbox(own)]
              for (const { status, updatedAt, waitingSince, ...more } of sketches) {
                const times = { updatedAt: START + updatedAt, waitingSince: waitingSince && START + waitingSince }
                await storeStranger(own, inbox, {
                  ...{ ...more, ...times, status, closedAt: status === 'closed' ? START : null },
                  snoozedUntil: status === 'snoozed' ? START : null,
                })
              }
              const query = { ...everything, agentId: agent.id, view }
              const expected = (await own.tickets.list(query)).items.filter(({ tags }) => tags.includes('Straße'))
              expect(await turnPages(own, { ...query, tag: 'straße', limit })).toEqual(
                expected.map((row) => row.number),
              )
            }),
        ),
        { numRuns: 25 },
      ))
  })

  describe('the tickets of one contact', () => {
    const desk = useDesk(open)

    it('are listed newest first, page by page, in every view', async () => {
      const { inbox, contact, agent, ticket } = await storeScene(desk, { updatedAt: START + 9 })
      await storeStranger(desk, inbox)
      const closed = { status: 'closed', closedAt: START } as const
      const old: number[] = []
      for (let n = 0; n < 3; n += 1) {
        const past = { inboxId: inbox.id, contactId: contact.id, ...closed, updatedAt: START + n }
        const added = await desk.run(({ tickets }) => tickets.add({ ...ticket, ...past }))
        old.unshift(added?.number ?? 0)
      }
      const query = { ...everything, agentId: agent.id, contactId: contact.id }
      expect(await turnPages(desk, { ...query, limit: 2 })).toEqual([ticket.number, ...old])
      const inView = async (view: TicketView) => turnPages(desk, { ...query, view, limit: 2 })
      expect([await inView('closed'), await inView('open')]).toEqual([old, [ticket.number]])
    })
  })
}

async function turnPages(desk: DeskUnderTest, query: TicketListQuery): Promise<number[]> {
  const numbers: number[] = []
  let cursor: string | null = null
  do {
    const page = await desk.tickets.list({ ...query, cursor })
    numbers.push(...page.items.map((row) => row.number))
    cursor = page.nextCursor
  } while (cursor !== null)
  return numbers
}
