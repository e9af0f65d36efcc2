import { type Kysely, sql } from 'kysely'

/**
 * Full-text search of SQLite (FTS5). Texts are found by the beginnings of their words, names and numbers by any three
 * characters in a row. The index follows the tables: `search_progress` says how far it has come.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create virtual table message_search using fts5(
    body, content = 'messages', content_rowid = 'row', columnsize = 0, prefix = '2 3',
    tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'"
  )`.execute(db)
  await sql`create virtual table contact_search using fts5(
    name, address, content = 'contacts', content_rowid = 'row', columnsize = 0, detail = full,
    tokenize = 'trigram remove_diacritics 1'
  )`.execute(db)
  for (const table of ['message_search', 'contact_search']) {
    await sql`insert into ${sql.table(table)}(${sql.ref(table)}, rank) values ('secure-delete', 1)`.execute(db)
  }

  await db.schema
    .createTable('search_progress')
    .addColumn('subject', 'text', (c) => c.primaryKey().notNull())
    .addColumn('last_row', 'integer', (c) => c.notNull())
    .execute()
  await sql`insert into search_progress(subject, last_row) values ('messages', 0), ('contacts', 0)`.execute(db)
  await followRenamedContacts(db)
}

/** New contacts are left to the indexer; one that it has passed already is indexed anew. */
async function followRenamedContacts(db: Kysely<unknown>): Promise<void> {
  await sql`create trigger contact_renamed after update of name on contacts
    when old.name is not new.name and old.row <= (select last_row from search_progress where subject = 'contacts')
    begin
      insert into contact_search(contact_search, rowid, name, address) values ('delete', old.row, old.name, old.address);
      insert into contact_search(rowid, name, address) values (new.row, new.name, new.address);
    end`.execute(db)
}
