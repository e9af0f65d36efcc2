import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Inbox } from '../../src/domain/inbox/inbox.ts'
import type { TicketListQuery, TicketRow } from '../../src/ports/queries/ticket-queries.ts'
import type { TicketView } from '../../src/text/ticket-views.ts'
import { aContact, aNewTicket } from '../builders.ts'
import { START } from '../fakes/fixed-clock.ts'
import { type DeskUnderTest, type OpenDesk, useDesk, withDesk } from './desk-subject.ts'
import { storeAgent, storeInbox, storeStranger } from './scene.ts'

/** Few different times, so that many tickets share one. */
const sketch = fc.record({
  updatedAt: fc.nat({ max: 4 }),
  waitingSince: fc.option(fc.nat({ max: 3 })),
  isClosed: fc.boolean(),
})
type Sketch = typeof sketch extends fc.Arbitrary<infer T> ? T : never

const VIEWS = ['waiting', 'open', 'closed', 'all'] as const

export function describeTicketPaging(open: OpenDesk): void {
  describe('ticket pages', () => {
    const desk = useDesk(open)

    it('show every ticket once and in order, whatever is added while somebody turns them', () =>
      fc.assert(
        fc.asyncProperty(
          fc.array(sketch, { maxLength: 14 }),
          fc.array(sketch, { maxLength: 6 }),
          fc.constantFrom(...VIEWS),
          fc.integer({ min: 1, max: 5 }),
          (sketches, newcomers, view, limit) =>
            withDesk(open, async (own) => {
              const inbox = await storeInbox(own)
              const numbers = await storeSketches(own, inbox, sketches)
              const waitingLine = [...newcomers]
              const seen = await turnPages(own, view, limit, () => storeSketches(own, inbox, waitingLine.splice(0, 1)))
              const shown = seen.map((row) => row.number)
              const expected = numbers.filter((_, index) => belongs(sketches[index], view))
              expect(new Set(shown).size).toBe(shown.length)
              expect(shown.filter((number) => numbers.includes(number)).toSorted()).toEqual(expected.toSorted())
              expect(seen.map((row) => keyOf(row, view))).toEqual(
                seen.map((row) => keyOf(row, view)).toSorted(ascending),
              )
            }),
        ),
        { numRuns: 25 },
      ))

    it('keep to the limit and end without a cursor', async () => {
      const [agent, inbox] = [await storeAgent(desk), await storeInbox(desk)]
      for (let n = 0; n < 4; n += 1) await storeStranger(desk, inbox, { updatedAt: START + n })
      const query: TicketListQuery = { ...everything, agentId: agent.id, limit: 2 }
      const first = await desk.tickets.list(query)
      const second = await desk.tickets.list({ ...query, cursor: first.nextCursor })
      expect([first.items.length, second.items.length]).toEqual([2, 2])
      expect(first.nextCursor).not.toBeNull()
      expect(second.nextCursor).toBeNull()
    })

    it('take a cursor that cannot be read for none', async () => {
      const [agent, inbox] = [await storeAgent(desk), await storeInbox(desk)]
      const { number } = await storeStranger(desk, inbox)
      for (const cursor of ['', 'rubbish', '{}', '1', '../../etc', "' or 1=1 --", '\u0000', 'bnVsbA==', 'W10=', '🎉']) {
        const { items } = await desk.tickets.list({ ...everything, agentId: agent.id, cursor })
        expect({ cursor, numbers: items.map((row) => row.number) }).toEqual({ cursor, numbers: [number] })
      }
    })
  })
}

const everything = { view: 'all', search: null, cursor: null, limit: 100, now: START } as const

async function storeSketches(desk: DeskUnderTest, inbox: Inbox, sketches: readonly Sketch[]): Promise<number[]> {
  const parts = sketches.map(({ updatedAt, waitingSince, isClosed }) => {
    const contact = aContact()
    const state = isClosed
      ? { status: 'closed' as const, closedAt: START, waitingSince: null }
      : { waitingSince: waitingSince === null ? null : START + waitingSince }
    const ticket = aNewTicket({ inboxId: inbox.id, contactId: contact.id, updatedAt: START + updatedAt, ...state })
    return { contact, ticket }
  })
  return desk.run(async ({ contacts, tickets }) => {
    const numbers: number[] = []
    for (const { contact, ticket } of parts) {
      await contacts.add(contact)
      numbers.push((await tickets.add(ticket))?.number ?? 0)
    }
    return numbers
  })
}

async function turnPages(desk: DeskUnderTest, view: TicketView, limit: number, betweenPages: () => Promise<unknown>) {
  const rows: TicketRow[] = []
  const agentId = (await storeAgent(desk)).id
  let cursor: string | null = null
  do {
    const page = await desk.tickets.list({ ...everything, agentId, view, limit, cursor })
    expect(page.items.length).toBeLessThanOrEqual(limit)
    rows.push(...page.items)
    cursor = page.nextCursor
    await betweenPages()
  } while (cursor !== null && rows.length < 100)
  return rows
}

function belongs(ticket: Sketch | undefined, view: (typeof VIEWS)[number]): boolean {
  if (!ticket) return false
  if (view === 'waiting') return !ticket.isClosed && ticket.waitingSince !== null
  return view === 'all' || ticket.isClosed === (view === 'closed')
}

function keyOf(row: TicketRow, view: TicketView): number {
  return view === 'waiting' ? (row.waitingSince ?? 0) : -row.updatedAt
}

function ascending(a: number, b: number): number {
  return a - b
}
