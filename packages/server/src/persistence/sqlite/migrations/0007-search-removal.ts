import { type Kysely, sql } from 'kysely'

/**
 * Rows that are removed leave the search index with them. SQLite gives the numbers of removed newest rows again, so the
 * index must not believe that it has passed them.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create trigger message_removed after delete on messages
    begin
      insert into message_search(message_search, rowid, body)
        select 'delete', old.row, old.body from search_progress
        where subject = 'messages' and old.row <= last_row and old.kind <> 'auto';
      update search_progress set last_row = min(last_row, coalesce((select max(row) from messages), 0))
        where subject = 'messages';
    end`.execute(db)
  await sql`create trigger contact_removed after delete on contacts
    begin
      insert into contact_search(contact_search, rowid, name, address)
        select 'delete', old.row, old.name, old.address from search_progress
        where subject = 'contacts' and old.row <= last_row;
      update search_progress set last_row = min(last_row, coalesce((select max(row) from contacts), 0))
        where subject = 'contacts';
    end`.execute(db)
}
