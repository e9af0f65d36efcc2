import type { Phrase } from '@textdesk/core'
import { type RawBuilder, sql } from 'kysely'
import { rawQuery } from '../raw-query.ts'
import {
  CONTACTS_LIMIT,
  type FoundText,
  type FoundTickets,
  type HitMessage,
  TEXTS_LIMIT,
  type TicketSearch,
} from '../search/ticket-search.ts'
import { placeOf } from './message-places.ts'

/** So many of the newest places are looked into one by one: who has found enough there reads no further. */
const PLACES = [0, 1, 2, 3] as const

/**
 * Over the words that the desk has cut and folded itself: PostgreSQL only keeps and compares them.
 *
 * What is found is gathered first, as an array: PostgreSQL cannot tell how many texts hold a word, and would walk all tickets
 * or all texts in search of one that hardly any holds.
 */
export class PostgresTicketSearch implements TicketSearch {
  readonly texts = rawQuery(
    (p: { words: string }) => sql<FoundText>`
      select messages.row, messages.ticket_number as "ticketNumber" from messages
      where messages.row = any (array(${newestHolding(p.words)} union all ${olderHolding(p.words)})) order by messages.row desc`,
    { plansDiffer: true },
  )

  readonly contacts = rawQuery(
    (p: { words: string }) => sql<{ id: string }>`
      select contacts.id from contacts where contacts.row = any (array(
        select contact_search_words.row from contact_search_words where contact_search_words.words @@ ${p.words}::tsquery
        order by contact_search_words.row + 0 desc limit ${sql.lit(CONTACTS_LIMIT)}
      ))`,
    { plansDiffer: true },
  )

  readonly messages = rawQuery(
    (p: { rows: string }) => sql<HitMessage>`
      select messages.id, messages.ticket_number as "ticketNumber", messages.body from messages
      where messages.row in (select value::bigint from json_array_elements_text(${p.rows}::json))`,
  )

  write(all: readonly (readonly Phrase[])[]): string {
    return all.map((phrases) => `(${phrases.map(written).join(' | ')})`).join(' & ')
  }

  condition(p: FoundTickets): RawBuilder<boolean> {
    const contacts = sql`array(select json_array_elements_text(${p.foundContacts}::json))`
    return sql`tickets.number = any (array(
      select listed.value::bigint from json_array_elements_text(${p.foundTickets}::json) as listed
      union all
      select theirs.number from tickets as theirs where theirs.contact_id = any (${contacts})
    ))`
  }
}

/**
 * After an update, what the index has not come to yet: as the version before found it, by its index and its own idea of a word.
 * Where nothing is left to be indexed, nothing of this is executed. It goes with that version's index.
 */
function olderHolding(words: string): RawBuilder<unknown> {
  return sql`(
    select older.row from search_progress as filling cross join lateral (
      select messages.row from messages where messages.kind <> 'auto' and messages.row + 0 <= filling.first_row
        and textdesk_words(messages.body) @@ ${words}::tsquery
      order by messages.row + 0 desc limit ${sql.lit(TEXTS_LIMIT)}
    ) as older where filling.subject = 'messages' and filling.first_row > 0
  )`
}

/** The newest: place by place as long as that is worth it, then all that is older at once. */
function newestHolding(words: string): RawBuilder<unknown> {
  const held = sql`held.words @@ ${words}::tsquery`
  const limit = sql.lit(TEXTS_LIMIT)
  const place = placeOf(sql.ref('held.row'))
  // Sums, so that no index of rows is walked instead of the one of words.
  return sql`(
    select found.row from (select ${placeOf(sql`max(row)`)} as place from message_search_words) as newest
    cross join lateral (
      select recent.row from (values ${sql.join(PLACES.map((back) => sql`(${sql.lit(back)})`))}) as back(places)
      cross join lateral (
        select held.row from message_search_words as held where ${place} = newest.place - back.places and ${held}
        order by held.row desc limit ${limit}
      ) as recent
      union all
      (
        select held.row from message_search_words as held
        where ${place} + 0 <= newest.place - ${sql.lit(PLACES.length)} and ${held}
        order by held.row + 0 desc limit ${limit}
      )
    ) as found
    limit ${limit}
  )`
}

/** Tokens are letters and digits: none of them ends the quotes. */
function written({ tokens, isBeginning }: Phrase): string {
  return tokens.map((token) => `'${token}'`).join(' <-> ') + (isBeginning ? ':*' : '')
}
