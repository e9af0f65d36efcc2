import { type Kysely, sql } from 'kysely'
import * as shared from '../../migrations/0016-corrections/index.ts'

export async function up(db: Kysely<unknown>): Promise<void> {
  await shared.up(db)
  await addSearch(db)
}

const SUBJECTS = [
  { table: 'messages', name: 'message_search', when: sql`when (new.kind <> 'auto')`, changes: '' },
  { table: 'contacts', name: 'contact_search', when: sql``, changes: ' or update of name, note' },
] as const

/**
 * Search by words that the desk cuts and folds itself (core/src/search), the same on every database, in tables of their own.
 * Triggers list what came or changed, so that what the version before writes is indexed too; what is there already is listed
 * beside the running desk, the newest first. `message_places`, the index `contact_search` and the functions they rest on serve
 * the version before, and go with the next release.
 */
async function addSearch(db: Kysely<unknown>): Promise<void> {
  await sql`create table search_progress (subject text primary key, first_row bigint not null)`.execute(db)
  for (const subject of SUBJECTS) {
    const [words, todo] = [sql.table(`${subject.name}_words`), sql.table(`${subject.name}_todo`)]
    await sql`create table ${words} (row bigint primary key, words tsvector not null)`.execute(db)
    await sql`create table ${todo} (row bigint primary key)`.execute(db)
    await follow(db, subject)
    // After the triggers, which waited for everybody who was just writing: no row is missed.
    await sql`insert into search_progress select ${sql.lit(subject.table)}, coalesce(max(row), 0)
      from ${sql.table(subject.table)}`.execute(db)
  }
  await sql`create index message_words on message_search_words using gin ((row >> 15), words)`.execute(db)
  await sql`create index contact_words on contact_search_words using gin (words)`.execute(db)
}

async function follow(db: Kysely<unknown>, { table, name, when, changes }: (typeof SUBJECTS)[number]): Promise<void> {
  const [words, todo] = [sql.table(`${name}_words`), sql.table(`${name}_todo`)]
  const body = (statements: ReturnType<typeof sql>) =>
    sql`returns trigger language plpgsql set search_path from current as $$ begin ${statements} return null; end $$`
  // An old name is forgotten at once.
  const isChange = sql`if tg_op = 'UPDATE' then delete from ${words} where row = old.row; end if;`
  await sql`create function ${sql.id(`${name}_add`)}() ${body(sql`
    ${changes === '' ? sql`` : isChange} insert into ${todo}(row) values (new.row) on conflict do nothing;`)}`.execute(
    db,
  )
  // From the list first: who is just indexing the row holds it there, and is waited for.
  await sql`create function ${sql.id(`${name}_remove`)}() ${body(sql`
    delete from ${todo} where row = old.row; delete from ${words} where row = old.row;`)}`.execute(db)
  await sql`create trigger ${sql.id(`${name}_add`)} after insert${sql.raw(changes)} on ${sql.table(table)}
    for each row ${when} execute function ${sql.id(`${name}_add`)}()`.execute(db)
  await sql`create trigger ${sql.id(`${name}_remove`)} after delete on ${sql.table(table)}
    for each row execute function ${sql.id(`${name}_remove`)}()`.execute(db)
}
