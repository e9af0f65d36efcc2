import { describe, expect, it } from 'vitest'
import type { Contact } from '../../src/domain/contact/contact.ts'
import { holdsAll } from '../../src/domain/search/hits.ts'
import { readSearch } from '../../src/domain/search/search-query.ts'
import type { TicketView } from '../../src/text/ticket-views.ts'
import { aMessage, aPhone } from '../builders.ts'
import { START } from '../fakes/fixed-clock.ts'
import { type OpenDesk, useDesk } from './desk-subject.ts'
import { storeContact, storeInbox, storeMessages, storeStranger, storeTicket } from './scene.ts'
import { queriesIn, SEARCH_CASES } from './search-table.ts'

export function describeSearchAnswers(open: OpenDesk): void {
  describe('what a search finds', () => {
    const desk = useDesk(open)
    const rows = async (
      words: string,
      { view = 'all' as TicketView, limit = 100, isSettled = false } = {},
      cursor: string | null = null,
    ) => {
      await (isSettled ? null : desk.subject.settleSearch())
      return desk.tickets.list({ agentId: 'nobody', view, search: words, cursor, limit, now: START })
    }
    const search = async (words: string, isSettled = false) =>
      (await rows(words, { isSettled })).items.map((row) => row.number).sort((a, b) => a - b)
    const storeText = async (body: string, contact: Partial<Contact> = {}) => {
      const inbox = await storeInbox(desk, { number: aPhone().value })
      const stored = await storeContact(desk, contact)
      const ticket = await storeTicket(desk, { inbox, contact: stored })
      const message = aMessage(ticket, { body })
      await storeMessages(desk, message)
      return { ticket, message, contact: stored }
    }

    it('is the same on every database, in 20 scripts and more', async () => {
      const inbox = await storeInbox(desk)
      const texts = new Map<number, string>()
      for (const { text } of SEARCH_CASES) {
        const ticket = await storeStranger(desk, inbox)
        await storeMessages(desk, aMessage(ticket, { body: text }))
        texts.set(ticket.number, text)
      }
      await desk.subject.settleSearch()
      for (const query of SEARCH_CASES.flatMap(({ found, not }) => queriesIn(`${found}|${not}`))) {
        const asked = readSearch(query)
        const holding = [...texts].filter(([, text]) => asked && holdsAll(text, asked.terms))
        const named = asked?.ticketNumber && texts.has(asked.ticketNumber) ? [asked.ticketNumber] : []
        const expected = new Set([...holding.map(([number]) => number), ...named])
        const found = (await search(query, true)).filter((number) => !isByNumber(query) || expected.has(number))
        expect({ query, found }).toEqual({ query, found: [...expected].sort((a, b) => a - b) })
      }
    })

    it('is the ticket of that number first, and once, on the first page', async () => {
      const inbox = await storeInbox(desk)
      const numbers: number[] = []
      for (let n = 0; n < 5; n += 1) {
        const ticket = await storeStranger(desk, inbox, { updatedAt: START + n })
        numbers.push(ticket.number)
      }
      const [asked = 0, ...others] = numbers
      for (const [n, number] of others.entries()) {
        const ticket = await desk.run(({ tickets }) => tickets.find(number))
        if (ticket) await storeMessages(desk, aMessage(ticket, { seq: n + 1, body: `Like ticket ${asked}` }))
      }
      for (const typed of [`${asked}`, `#${asked}`, ` # ${asked} `, `＃${asked}`])
        expect((await rows(typed)).items.map(({ number }) => number)).toEqual([asked, ...others.toReversed()])
      for (const limit of [1, 2, 4]) {
        const pages: number[] = []
        for (
          let page = await rows(`${asked}`, { limit });
          ;
          page = await rows(`${asked}`, { limit }, page.nextCursor)
        ) {
          expect(page.items.length).toBeLessThanOrEqual(limit)
          pages.push(...page.items.map(({ number }) => number))
          if (page.nextCursor === null) break
        }
        expect({ limit, pages }).toEqual({ limit, pages: [asked, ...others.toReversed()] })
      }
      expect((await rows(`${asked}`, { view: 'closed' })).items).toEqual([])
      expect(await search('4000000000')).toEqual([])
    })

    it('is the ticket that one was merged into, by the number of the one', async () => {
      const [gone, kept] = [await storeText('Hello'), await storeText('Hello again')]
      await desk.run(({ tickets }) =>
        tickets.save({ ...gone.ticket, status: 'closed', closedAt: START, mergedInto: kept.ticket.number }),
      )
      expect(await search(`${gone.ticket.number}`)).toEqual([kept.ticket.number])
    })

    it('is what stands in notes, in tags and with the contact', async () => {
      const contact = { name: 'Åsa Müller-Łukasz', note: 'Prefers Thursdays, 小心狗' }
      const { ticket } = await storeText('Hello', contact)
      const other = await storeText('Hello', { name: 'Kim' })
      await storeMessages(desk, aMessage(ticket, { seq: 2, kind: 'note', direction: 'out', body: 'Ask the couriers' }))
      await desk.run(({ tickets }) => tickets.save({ ...ticket, tags: ['Späte Lieferung', 'VIP', '退款申请'] }))
      for (const words of [
        'courier',
        'asa',
        'ASA lukasz',
        'mullerlukasz',
        'uller',
        'thursd',
        '心狗',
        'spate',
        'LIEFER',
        'vip',
        '退款',
      ])
        expect({ words, found: await search(words) }).toEqual({ words, found: [ticket.number] })
      for (const words of ['asa kim', 'ferung', 'hursday', 'vip späte'])
        expect({ words, found: await search(words) }).toEqual({ words, found: [] })
      await desk.run(({ contacts }) => contacts.save({ ...other.contact, note: 'Now on Thursdays' }))
      expect(await search('thursdays')).toEqual([ticket.number, other.ticket.number])
      await desk.run(({ tickets }) => tickets.save({ ...ticket, tags: ['VIP'] }))
      expect(await search('lieferung')).toEqual([])
    })

    it('names the newest message that holds the words, and where they stand in it', async () => {
      const { ticket, message } = await storeText('Straße? Die STRASSE in Łódź! 我的订单在哪里')
      await storeMessages(desk, aMessage(ticket, { seq: 2, body: 'Nothing of that' }))
      const hitOf = async (words: string) => (await rows(words)).items[0]?.hit
      const { body } = message
      const marked = async (words: string) => (await hitOf(words))?.ranges.map(([start, end]) => body.slice(start, end))
      expect(await hitOf('lodz')).toEqual({ messageId: message.id, body, ranges: [[23, 27]] })
      expect(await marked('strasse die')).toEqual(['Straße', 'Die', 'STRASSE'])
      expect(await marked('stras')).toEqual(['Straß', 'STRAS'])
      expect(await marked('订单')).toEqual(['订单'])
      const newer = aMessage(ticket, { seq: 3, body: 'In lodz' })
      await storeMessages(desk, newer)
      expect((await hitOf('łódź'))?.messageId).toBe(newer.id)
      expect((await rows(ticket.number.toString())).items[0]).not.toHaveProperty('hit')
    })
  })
}

/** It may also find contacts, whose numbers the table does not know. */
function isByNumber(query: string): boolean {
  return (readSearch(query)?.contactPhrases.length === 1 && /\p{Nd}/u.test(query)) || /^\p{Nd}+$/u.test(query)
}
