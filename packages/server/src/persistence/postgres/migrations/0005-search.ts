import { type Kysely, sql } from 'kysely'

/**
 * Full-text search of PostgreSQL. Texts are found by the beginnings of their words, names and numbers by any three
 * characters in a row; accents do not matter in either. The desk's own texts say the same in every ticket; nobody looks for
 * them.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create extension if not exists pg_trgm`.execute(db)
  // Nothing but what is built in: an index is made with no other schema in sight.
  const folded = sql`lower(regexp_replace(normalize($1, NFKD), '[\\u0300-\\u036f]', '', 'g') collate "und-x-icu")`
  await sql`create function textdesk_fold(text) returns text language sql immutable strict parallel safe
    as $$ select ${folded} $$`.execute(db)
  await sql`create function textdesk_words(text) returns tsvector language sql immutable strict parallel safe
    as $$ select to_tsvector('simple', regexp_replace(${folded}, '[^[:alnum:]]+', ' ', 'g')) $$`.execute(db)
  await sql`create index message_search on messages using gin (textdesk_words(body)) where kind <> 'auto'`.execute(db)
  await sql`create index contact_search on contacts using gin
    (textdesk_fold(coalesce(name, '') || ' ' || address) gin_trgm_ops)`.execute(db)
}
