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

/** Over the words that the desk has cut and folded itself: FTS5 only keeps and compares them. */
export class FtsTicketSearch implements TicketSearch {
  readonly texts = rawQuery(
    (p: { words: string }) => sql<FoundText>`
      select messages.row, messages.ticket_number as ticketNumber from messages where messages.row in (
        select rowid from message_search_words where message_search_words match ${p.words}
        order by rowid desc limit ${sql.lit(TEXTS_LIMIT)}
      ) order by messages.row desc`,
  )

  readonly contacts = rawQuery(
    (p: { words: string }) => sql<{ id: string }>`
      select contacts.id from contacts where contacts.row in (
        select rowid from contact_search_words where contact_search_words match ${p.words}
        order by rowid desc limit ${sql.lit(CONTACTS_LIMIT)}
      )`,
  )

  readonly messages = rawQuery(
    (p: { rows: string }) => sql<HitMessage>`
      select messages.id, messages.ticket_number as ticketNumber, messages.body from messages
      where messages.row in (select value from json_each(${p.rows}))`,
  )

  write(all: readonly (readonly Phrase[])[]): string {
    return all.map((phrases) => `(${phrases.map(written).join(' OR ')})`).join(' AND ')
  }

  condition(p: FoundTickets): RawBuilder<boolean> {
    return sql`tickets.number in (
      select value from json_each(${p.foundTickets})
      union all
      select theirs.number from tickets as theirs where theirs.contact_id in (select value from json_each(${p.foundContacts}))
    )`
  }
}

/** Tokens are letters and digits: none of them ends the quotes. */
function written({ tokens, isBeginning }: Phrase): string {
  return `"${tokens.join(' ')}"${isBeginning ? ' *' : ''}`
}
