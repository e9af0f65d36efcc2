import {
  holdsAll,
  phraseOf,
  rangesIn,
  readSearch,
  type SearchHit,
  type SearchQuery,
  type TicketRow,
} from '@textdesk/core'
import { sql } from 'kysely'
import { query } from '../query.ts'
import type { QuerySession } from '../query-session.ts'
import { rawQuery } from '../raw-query.ts'
import { type FoundTickets, TEXTS_LIMIT, type TicketSearch } from './ticket-search.ts'

type Reader = Pick<QuerySession, 'all' | 'first'>

/** Who means more tags than these should name one. */
const TAGS_LIMIT = 20
const MAX_TAGS_READ = 10_000

export interface Found {
  readonly query: SearchQuery
  readonly tickets: FoundTickets
  /** Of the ticket that comes first; 0 where no number was asked for. */
  readonly number: number
  /** By the number of a ticket, its newest message that holds the words, as a row. */
  readonly rows: ReadonlyMap<number, number>
}

/** What a search finds, in whatever view. Null when there is nothing in it that could be found. */
export async function findTickets(session: Reader, search: TicketSearch, typed: string): Promise<Found | null> {
  const asked = readSearch(typed)
  if (asked === null) return null
  const { terms, contactPhrases, ticketNumber } = asked
  const [texts, contacts, tagged, number] = await Promise.all([
    session.all(search.texts, { words: search.write(terms.map((term) => [phraseOf(term)])) }),
    session.all(search.contacts, { words: search.write(contactPhrases) }),
    findTagged(session, asked),
    ticketNumber === null ? 0 : keptNumber(session, ticketNumber),
  ])
  const rows = new Map(texts.toReversed().map(({ ticketNumber, row }) => [ticketNumber, row]))
  return {
    query: asked,
    number,
    rows,
    tickets: {
      foundTickets: JSON.stringify([...rows.keys(), ...tagged]),
      foundContacts: JSON.stringify(contacts.map(({ id }) => id)),
      except: number,
    },
  }
}

/** Of those that are shown, where the words stand. */
export async function hitsOf(
  session: Reader,
  search: TicketSearch,
  { rows, query: { terms } }: Found,
  shown: readonly TicketRow[],
): Promise<Map<number, { hit: SearchHit }>> {
  const wanted = shown.flatMap(({ number }) => rows.get(number) ?? [])
  if (wanted.length === 0) return new Map()
  const messages = await session.all(search.messages, { rows: JSON.stringify(wanted) })
  return new Map(
    messages.map(({ ticketNumber, id, body }) => [
      ticketNumber,
      { hit: { messageId: id, body, ranges: rangesIn(body, terms) } },
    ]),
  )
}

/** Tags are few, so each is looked at; of the tickets that have one, the last active. */
async function findTagged(session: Reader, { terms }: SearchQuery): Promise<number[]> {
  const tags = await session.all(tagsInUse, { limit: MAX_TAGS_READ })
  const meant = tags.filter(({ key }) => holdsAll(key, terms)).slice(0, TAGS_LIMIT)
  const tickets = await Promise.all(meant.map(({ key }) => session.all(ticketsWith, { key, limit: TEXTS_LIMIT })))
  return tickets.flat().map(({ number }) => number)
}

/** Of a ticket that was merged, the number it goes on under. */
async function keptNumber(session: Reader, number: number): Promise<number> {
  const ticket = await session.first(mergedInto, { number })
  return ticket?.into ? keptNumber(session, ticket.into) : number
}

/** From tag to tag, not from row to row: a few tags may be on a million tickets. */
const tagsInUse = rawQuery(
  (p: { limit: number }) => sql<{ key: string }>`
    with recursive used(key) as (
      select min(key) from ticket_tags
      union all
      select (select min(key) from ticket_tags where ticket_tags.key > used.key) from used where used.key is not null
    )
    select key from used where key is not null limit ${p.limit}`,
)

const ticketsWith = query((db, p: { key: string; limit: number }) =>
  db
    .selectFrom('ticket_tags')
    .select('ticket_number as number')
    .where('key', '=', p.key)
    .orderBy('updated_at', 'desc')
    .orderBy('ticket_number', 'desc')
    .limit(p.limit),
)

const mergedInto = query((db, p: { number: number }) =>
  db.selectFrom('tickets').select('merged_into as into').where('number', '=', p.number),
)
