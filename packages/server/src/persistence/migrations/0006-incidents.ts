import { type Kysely, sql } from 'kysely'

/** What went wrong with the desk as a whole, and whether its owner was told. At most one open of each kind and subject. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('incidents')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('subject', 'text', (c) => c.notNull())
    .addColumn('sentence', 'text', (c) => c.notNull())
    .addColumn('opened_at', 'bigint', (c) => c.notNull())
    .addColumn('resolved_at', 'bigint')
    .addColumn('told_at', 'bigint')
    .addColumn('notice', 'text')
    .addColumn('attempts', 'integer', (c) => c.notNull())
    .addColumn('next_attempt_at', 'bigint')
    .execute()
  const on = (name: string) => db.schema.createIndex(name).on('incidents')
  await on('incidents_open').unique().columns(['kind', 'subject']).where(sql<boolean>`resolved_at is null`).execute()
  await on('incidents_untold').column('next_attempt_at').where(sql<boolean>`notice is not null`).execute()
}
