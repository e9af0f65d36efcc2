import { type RawBuilder, sql } from 'kysely'
import { Query } from '../query.ts'

/** Written out, as Kysely knows nothing of full-text tables. */
function rawQuery<Input, Row>(write: (p: Input) => RawBuilder<Row>): Query<Input, Row> {
  return new Query((db, p: Input) => ({ compile: () => write(p).compile(db) }))
}

export const progress = rawQuery(
  (_: object) => sql<{ subject: 'messages' | 'contacts'; lastRow: number; newest: number }>`
    select subject, last_row as lastRow, coalesce(
      case subject when 'messages' then (select max(row) from messages) else (select max(row) from contacts) end, 0
    ) as newest from search_progress`,
)

/** The desk's own texts say the same in every ticket; nobody looks for them. */
export const indexMessages = rawQuery(
  (p: { after: number; upTo: number }) => sql`
    insert into message_search(rowid, body)
    select row, body from messages where row > ${p.after} and row <= ${p.upTo} and kind <> 'auto'`,
)

export const indexContacts = rawQuery(
  (p: { after: number; upTo: number }) => sql`
    insert into contact_search(rowid, name, address)
    select row, name, address from contacts where row > ${p.after} and row <= ${p.upTo}`,
)

export const advance = rawQuery(
  (p: { subject: string; upTo: number }) => sql`
    update search_progress set last_row = ${p.upTo} where subject = ${p.subject}`,
)

export const version = rawQuery((_: object) => sql<{ version: string }>`select sqlite_version() as version`)
