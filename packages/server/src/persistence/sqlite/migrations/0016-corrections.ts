import { type Kysely, sql } from 'kysely'
import * as shared from '../../migrations/0016-corrections/index.ts'

export async function up(db: Kysely<unknown>): Promise<void> {
  await shared.up(db)
  await replaceSearch(db)
}

/**
 * Search by words that the desk cuts and folds itself (core/src/search), the same on every database. The index holds them by
 * themselves, so that whatever is taken out of it later is what was put in. What is there already is indexed beside the
 * running desk, the newest first: rows up to `first_row` are still to be passed.
 */
async function replaceSearch(db: Kysely<unknown>): Promise<void> {
  for (const trigger of ['message_removed', 'contact_removed', 'contact_renamed'])
    await sql`drop trigger ${sql.table(trigger)}`.execute(db)
  for (const table of ['message_search', 'contact_search']) await sql`drop table ${sql.table(table)}`.execute(db)

  await sql`create virtual table message_search_words using fts5(words, columnsize = 0, prefix = '2 3', tokenize = 'ascii')`.execute(
    db,
  )
  await sql`create virtual table contact_search_words using fts5(words, columnsize = 0, tokenize = 'ascii')`.execute(db)
  for (const table of ['message_search_words', 'contact_search_words'])
    await sql`insert into ${sql.table(table)}(${sql.ref(table)}, rank) values ('secure-delete', 1)`.execute(db)
  await sql`create table contact_search_todo (row integer primary key not null)`.execute(db)

  await sql`alter table search_progress add column first_row integer not null default 0`.execute(db)
  await sql`update search_progress set last_row = coalesce(
    case subject when 'messages' then (select max(row) from messages) else (select max(row) from contacts) end, 0
  )`.execute(db)
  await sql`update search_progress set first_row = last_row`.execute(db)
  await followRows(db)
}

/** Removed rows leave the index with them. SQLite gives the numbers of removed newest rows again. */
async function followRows(db: Kysely<unknown>): Promise<void> {
  for (const [trigger, table, index] of [
    ['message_removed', 'messages', 'message_search_words'],
    ['contact_removed', 'contacts', 'contact_search_words'],
  ] as const) {
    const newest = sql`coalesce((select max(row) from ${sql.table(table)}), 0)`
    await sql`create trigger ${sql.table(trigger)} after delete on ${sql.table(table)}
      begin
        delete from ${sql.table(index)} where rowid = old.row;
        update search_progress set first_row = min(first_row, ${newest}), last_row = min(last_row, ${newest})
          where subject = ${sql.lit(table)};
      end`.execute(db)
  }
  await sql`create trigger contact_changed after update of name, note on contacts
    when old.name is not new.name or old.note is not new.note
    begin
      delete from contact_search_words where rowid = old.row;
      insert or ignore into contact_search_todo(row) values (old.row);
    end`.execute(db)
}
