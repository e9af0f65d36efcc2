import { describe, expect, it } from 'vitest'
import type { TicketView } from '../../src/text/ticket-views.ts'
import { aMessage } from '../builders.ts'
import { START } from '../fakes/fixed-clock.ts'
import { type OpenDesk, useDesk } from './desk-subject.ts'
import { storeAgent, storeContact, storeInbox, storeMessages, storeStranger, storeTicket } from './scene.ts'

/** None of it may be an operator, a pattern or an error. */
// biome-ignore format: one list, not one line each
const HOSTILE = [
  '"', '""', '"""', "'", "'; drop table messages; --", '*', '%', '_', '\\', '(', ')', '()', '{}', '[', '^', '+', '-', '~',
  ':', 'body:parcel', 'NEAR(a b)', 'AND', 'OR', 'NOT', 'a AND', 'NOT a', 'OR OR', '\u0000', 'a\u0000b', '\ud800', '🎉', '\ufe0f\u200d',
  'שלום', '... !!!', ' ', '\n\t', 'x'.repeat(5_000), 'x '.repeat(500), '$1', '?', '&', '|', '!', '<->', ':*', 'parcel:*',
]

export function describeTicketSearch(open: OpenDesk): void {
  describe('ticket search', () => {
    const desk = useDesk(open)
    const search = async (words: string, view: TicketView = 'all') => {
      await desk.subject.settleSearch()
      const query = { agentId: 'nobody', view, search: words, cursor: null, limit: 100, now: START }
      return (await desk.tickets.list(query)).items.map((row) => row.number)
    }

    async function storeShop() {
      const inbox = await storeInbox(desk)
      const kim = await storeContact(desk, { name: 'Kim Example', address: { kind: 'phone', value: '+12025550123' } })
      const ticket = await storeTicket(desk, { inbox, contact: kim }, { updatedAt: START + 1 })
      const closed = await storeStranger(desk, inbox, { status: 'closed', closedAt: START })
      await storeMessages(
        desk,
        aMessage(ticket, { body: 'Where is my red parcel?' }),
        aMessage(ticket, { seq: 2, body: 'Hello again' }),
        aMessage(closed, { body: 'The parcel never came' }),
      )
      return { inbox, kim, ticket: ticket.number, closed: closed.number }
    }

    it('finds words of texts in any case and order, in closed tickets too', async () => {
      const { ticket, closed } = await storeShop()
      expect(await search('parcel')).toEqual([ticket, closed])
      expect(await search('PARCEL red')).toEqual([ticket])
      expect(await search('parcel elephant')).toEqual([])
      expect(await search('elephant')).toEqual([])
    })

    it('does not find what the desk writes by itself, for it says the same in every ticket', async () => {
      const { inbox } = await storeShop()
      const stranger = await storeStranger(desk, inbox)
      const [reply, confirmation] = [
        { seq: 1, kind: 'sms' },
        { seq: 2, kind: 'auto' },
      ] as const
      await storeMessages(
        desk,
        aMessage(stranger, { ...reply, direction: 'out', body: 'We sent a giraffe' }),
        aMessage(stranger, { ...confirmation, direction: 'out', body: 'Your zebra is number 3' }),
      )
      expect(await search('giraffe')).toEqual([stranger.number])
      expect(await search('zebra')).toEqual([])
    })

    it('finds names and numbers', async () => {
      const { ticket } = await storeShop()
      expect(await search('kim')).toEqual([ticket])
      expect(await search('+12025550123')).toEqual([ticket])
      expect(await search('12025550123')).toEqual([ticket])
    })

    it('keeps to the view', async () => {
      const { ticket, closed } = await storeShop()
      expect(await search('parcel', 'open')).toEqual([ticket])
      expect(await search('parcel', 'closed')).toEqual([closed])
    })

    it('follows a new text and a new name, and forgets the old name', async () => {
      const { inbox, kim, ticket } = await storeShop()
      const stranger = await storeStranger(desk, inbox)
      expect(await search('giraffe')).toEqual([])
      await storeMessages(desk, aMessage(stranger, { body: 'A giraffe' }))
      await desk.run(({ contacts }) => contacts.save({ ...kim, name: 'Zoe Sample' }))
      expect(await search('giraffe')).toEqual([stranger.number])
      expect(await search('zoe')).toEqual([ticket])
      expect(await search('kim')).toEqual([])
    })

    it('knows nothing of work that was undone', async () => {
      const inbox = await storeInbox(desk)
      const ticket = await storeStranger(desk, inbox)
      const undone = desk.run(async ({ messages }) => {
        await messages.add(aMessage(ticket, { body: 'A giraffe' }))
        throw new Error('on purpose')
      })
      await expect(undone).rejects.toThrow('on purpose')
      expect(await search('giraffe')).toEqual([])
    })

    it('reads words, never operators or patterns', async () => {
      const { ticket, closed } = await storeShop()
      for (const words of ['"parcel"', '"parcel', 'parcel"', '(parcel)', "parcel'", 'parcel *', 'parcel -']) {
        expect({ words, found: await search(words) }).toEqual({ words, found: [ticket, closed] })
      }
      for (const words of ['elephant OR parcel', 'elephant" OR "parcel', 'NOT elephant', 'ele%', 'p_rc_l', 'pa*el']) {
        expect({ words, found: await search(words) }).toEqual({ words, found: [] })
      }
    })

    it('answers whatever is typed', async () => {
      await storeShop()
      for (const words of HOSTILE) expect((await search(words)).length, JSON.stringify(words)).toBeLessThanOrEqual(2)
    })

    it('turns pages of what was found', async () => {
      const [agent, inbox] = [await storeAgent(desk), await storeInbox(desk)]
      const numbers: number[] = []
      for (let n = 0; n < 5; n += 1) {
        const ticket = await storeStranger(desk, inbox, { updatedAt: START + n })
        await storeMessages(desk, aMessage(ticket, { body: n === 2 ? 'nothing' : 'a parcel' }))
        if (n !== 2) numbers.unshift(ticket.number)
      }
      await desk.subject.settleSearch()
      const query = { agentId: agent.id, view: 'all', search: 'parcel', limit: 3, now: START } as const
      const first = await desk.tickets.list({ ...query, cursor: null })
      const second = await desk.tickets.list({ ...query, cursor: first.nextCursor })
      expect([...first.items, ...second.items].map((row) => row.number)).toEqual(numbers)
      expect(second.nextCursor).toBeNull()
    })
  })
}
