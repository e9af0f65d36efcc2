import type { ContactKind } from '@textdesk/core'
import { type RawBuilder, sql } from 'kysely'
import { rawQuery } from '../raw-query.ts'

export type Subject = 'messages' | 'contacts'

/** Its fields are null where the row is gone. */
interface MessageToIndex {
  readonly row: number
  readonly body: string | null
}

interface ContactToIndex {
  readonly row: number
  readonly name: string | null
  readonly note: string | null
  readonly value: string | null
  readonly kind: ContactKind
}

const TABLES = {
  messages: { todo: sql.table('message_search_todo'), words: sql.table('message_search_words') },
  contacts: { todo: sql.table('contact_search_todo'), words: sql.table('contact_search_words') },
} as const

/**
 * Taken by nobody else meanwhile. Who removes a row removes it from the list first, and waits there for whoever is indexing it:
 * no words are left of what is gone.
 */
function take(subject: Subject, limit: unknown): RawBuilder<unknown> {
  const { todo } = TABLES[subject]
  return sql`taken as (
    delete from ${todo} where row = any (array(
      select row from ${todo} order by row desc limit ${limit} for update skip locked
    )) returning row
  )`
}

export const takeMessages = rawQuery(
  (p: { limit: number }) => sql<MessageToIndex>`
    with ${take('messages', p.limit)}
    select taken.row, messages.body from taken left join messages on messages.row = taken.row`,
)

export const takeContacts = rawQuery(
  (p: { limit: number }) => sql<ContactToIndex>`
    with ${take('contacts', p.limit)}
    select taken.row, contacts.name, contacts.note, contacts.address as value, contacts.kind
    from taken left join contacts on contacts.row = taken.row`,
)

/** Entries: JSON, a list of row and words as PostgreSQL writes them. */
export const write = {
  messages: rawQuery((p: { entries: string }) => written('messages', p.entries)),
  contacts: rawQuery((p: { entries: string }) => written('contacts', p.entries)),
}

function written(subject: Subject, entries: string): RawBuilder<unknown> {
  return sql`insert into ${TABLES[subject].words}(row, words)
    select entry.row, entry.words::tsvector from json_to_recordset(${entries}::json) as entry(row bigint, words text)
    on conflict (row) do update set words = excluded.words`
}

/** How far down those that are older than the index have been listed; null while another server is at it. */
export const oldestListed = rawQuery(
  (p: { subject: Subject }) => sql<{ firstRow: number }>`
    select first_row as "firstRow" from search_progress
    where subject = ${p.subject} and first_row > 0 for update skip locked`,
)

/** Locked, so that who is just removing one removes it from the list as well. */
export const list = {
  messages: rawQuery(
    (p: { after: number; upTo: number }) => sql`insert into message_search_todo(row)
      select row from messages where row > ${p.after} and row <= ${p.upTo} and kind <> 'auto' for key share
      on conflict do nothing`,
  ),
  contacts: rawQuery(
    (p: { after: number; upTo: number }) => sql`insert into contact_search_todo(row)
      select row from contacts where row > ${p.after} and row <= ${p.upTo} for key share
      on conflict do nothing`,
  ),
}

export const advance = rawQuery(
  (p: { subject: Subject; firstRow: number }) => sql`
    update search_progress set first_row = ${p.firstRow} where subject = ${p.subject}`,
)

/** Counted as far as anybody reads it. */
export const lag = rawQuery(
  (_: object) => sql<{ rows: number }>`select (
    (select count(*) from (select from message_search_todo limit 10000) as counted)
    + (select count(*) from (select from contact_search_todo limit 10000) as counted)
    + (select coalesce(sum(first_row), 0) from search_progress)
    )::bigint as rows`,
)
