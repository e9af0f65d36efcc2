import type { Contact } from '../../src/domain/contact/contact.ts'
import { contactTokens } from '../../src/domain/search/contact-tokens.ts'
import { holdsAll, rangesIn } from '../../src/domain/search/hits.ts'
import { type Phrase, readSearch, type SearchQuery } from '../../src/domain/search/search-query.ts'
import type { Ticket } from '../../src/domain/ticket/ticket.ts'
import type { SearchHit } from '../../src/ports/queries/ticket-queries.ts'
import type { MemoryTables } from './memory-tables.ts'

interface MemoryFound {
  /** Of the ticket that comes first, if it is there. */
  readonly number: number | null
  holds(ticket: Ticket): boolean
  hitIn(ticket: Ticket): SearchHit | undefined
}

/** What a search finds; null where nothing was asked. */
export function searchTickets(tables: MemoryTables, search: string | null): MemoryFound | null {
  if (search === null || search.trim() === '') return null
  const query = readSearch(search)
  if (query === null) return { number: null, holds: () => false, hitIn: () => undefined }
  const hits = hitsOf(tables, query)
  const contacts = tables.contacts.where((contact) => isFound(contact, query))
  const contactIds = new Set(contacts.map((contact) => contact.id))
  return {
    number: query.ticketNumber === null ? null : keptNumber(tables, query.ticketNumber),
    holds: (ticket) =>
      hits.has(ticket.number) ||
      contactIds.has(ticket.contactId) ||
      ticket.tags.some((tag) => holdsAll(tag, query.terms)),
    hitIn: (ticket) => hits.get(ticket.number),
  }
}

/** The newest of each ticket. */
function hitsOf(tables: MemoryTables, { terms }: SearchQuery): Map<number, SearchHit> {
  const messages = tables.messages.where(({ kind, body }) => kind !== 'auto' && holdsAll(body, terms))
  return new Map(
    messages.map(({ ticketNumber, id, body }) => [
      ticketNumber,
      { messageId: id, body, ranges: rangesIn(body, terms) },
    ]),
  )
}

function isFound(contact: Contact, { contactPhrases }: SearchQuery): boolean {
  const held = contactTokens(contact)
  return contactPhrases.every((phrases) => phrases.some((phrase) => stands(held, phrase)))
}

function stands(held: readonly string[], { tokens, isBeginning }: Phrase): boolean {
  return held.some((_, at) =>
    tokens.every((token, place) => {
      const there = held[at + place] ?? ''
      return isBeginning && place === tokens.length - 1 ? there.startsWith(token) : there === token
    }),
  )
}

/** Of a ticket that was merged, the number it goes on under. */
function keptNumber(tables: MemoryTables, number: number): number {
  const into = tables.tickets.get(number)?.mergedInto ?? null
  return into === null ? number : keptNumber(tables, into)
}
