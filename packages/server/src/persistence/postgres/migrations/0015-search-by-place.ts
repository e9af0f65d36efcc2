import { type Kysely, sql } from 'kysely'

/**
 * Beside the words of each text stands which 32,768 texts it is one of: the newest that hold a word are found without
 * reading all that do.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create extension if not exists btree_gin`.execute(db)
  await sql`create index message_places on messages using gin ((row >> 15), textdesk_words(body))
    where kind <> 'auto'`.execute(db)
  await sql`drop index message_search`.execute(db)
}
