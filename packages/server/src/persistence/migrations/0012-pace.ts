import { type Kysely, sql } from 'kysely'

/** How fast an inbox sends, how far ahead it has sent, and the outbox in the order in which it is taken from. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const addToInboxes = () => db.schema.alterTable('inboxes')
  await addToInboxes()
    .addColumn('texts_per_second', 'integer', (c) => c.notNull().defaultTo(10))
    .execute()
  await addToInboxes()
    .addColumn('paced_until_us', 'bigint', (c) => c.notNull().defaultTo(0))
    .execute()
  await indexOutbox(db)
}

/** People's texts and automatic ones apart; and whoever has a long line is asked only for its head. */
async function indexOutbox(db: Kysely<unknown>): Promise<void> {
  const on = (name: string) => db.schema.createIndex(name).on('messages')
  await db.schema.dropIndex('messages_due').execute()
  await on('messages_due')
    .columns(['inbox_id', 'kind', 'next_attempt_at'])
    .where(sql<boolean>`delivery_state in ('scheduled', 'queued')`)
    .execute()
  await db.schema.dropIndex('messages_unsent').execute()
  await on('messages_unsent')
    .columns(['contact_id', 'inbox_id', 'id'])
    .where(sql<boolean>`delivery_state in ('scheduled', 'queued', 'claimed', 'dispatching')`)
    .execute()
  await on('messages_in_flight')
    .columns(['contact_id', 'inbox_id'])
    .where(sql<boolean>`delivery_state in ('claimed', 'dispatching')`)
    .execute()
}
