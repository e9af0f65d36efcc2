import type { ContactKind } from '@textdesk/core'
import { sql } from 'kysely'
import { rawQuery } from '../raw-query.ts'

export interface Progress {
  readonly subject: 'messages' | 'contacts'
  /** Rows behind the first and up to the last have been passed; those from before an update are passed last. */
  readonly firstRow: number
  readonly lastRow: number
  readonly newest: number
}

export interface ContactToIndex {
  readonly row: number
  readonly name: string | null
  readonly note: string | null
  readonly value: string
  readonly kind: ContactKind
}

interface Span {
  readonly after: number
  readonly upTo: number
}

export const progress = rawQuery(
  (_: object) => sql<Progress>`
    select subject, first_row as firstRow, last_row as lastRow, coalesce(
      case subject when 'messages' then (select max(row) from messages) else (select max(row) from contacts) end, 0
    ) as newest from search_progress`,
)

export const advance = rawQuery(
  (p: { subject: string; firstRow: number; lastRow: number }) => sql`
    update search_progress set first_row = ${p.firstRow}, last_row = ${p.lastRow} where subject = ${p.subject}`,
)

/** The desk's own texts say the same in every ticket; nobody looks for them. */
export const messagesBetween = rawQuery(
  (p: Span) => sql<{ row: number; body: string }>`
    select row, body from messages where row > ${p.after} and row <= ${p.upTo} and kind <> 'auto'`,
)

export const contactsBetween = rawQuery(
  (p: Span) => sql<ContactToIndex>`
    select row, name, note, address as value, kind from contacts where row > ${p.after} and row <= ${p.upTo}`,
)

export const changedContacts = rawQuery(
  (p: { limit: number }) => sql<ContactToIndex>`
    select contacts.row, name, note, address as value, kind from contact_search_todo
    join contacts on contacts.row = contact_search_todo.row order by contact_search_todo.row limit ${p.limit}`,
)

/** Entries: JSON, a list of row and words. */
export const writeMessages = rawQuery(
  (p: { entries: string }) => sql`
    insert or replace into message_search_words(rowid, words)
    select json_extract(value, '$[0]'), json_extract(value, '$[1]') from json_each(${p.entries})`,
)

export const writeContacts = rawQuery(
  (p: { entries: string }) => sql`
    insert or replace into contact_search_words(rowid, words)
    select json_extract(value, '$[0]'), json_extract(value, '$[1]') from json_each(${p.entries})`,
)

export const forgetChanged = rawQuery(
  (p: { entries: string }) => sql`
    delete from contact_search_todo where row in (select json_extract(value, '$[0]') from json_each(${p.entries}))`,
)

export const version = rawQuery((_: object) => sql<{ version: string }>`select sqlite_version() as version`)
