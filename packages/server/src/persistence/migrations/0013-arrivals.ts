import { type Kysely, sql } from 'kysely'
import { withoutRowId } from './sqlite-columns.ts'

/** How each text came in, and which texts of the provider's own list are which of ours. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('messages').addColumn('arrival', 'text').execute()
  await db.schema.alterTable('messages').addColumn('sent_at', 'bigint').execute()
  await db.schema.alterTable('messages').addColumn('arrival_id', 'text').execute()
  await db.schema
    .createIndex('messages_fetched')
    .on('messages')
    .column('at')
    .where(sql<boolean>`arrival = 'fetched'`)
    .execute()

  await withoutRowId(db.schema.createTable('listed_texts'))
    .addColumn('inbox_id', 'text', (c) => c.notNull())
    .addColumn('provider_id', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('message_id', 'text')
    .addColumn('webhook_came', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('listed_texts_key', ['inbox_id', 'provider_id'])
    .execute()
  await db.schema.createIndex('listed_texts_message').unique().on('listed_texts').column('message_id').execute()

  await db.schema
    .createIndex('messages_uncertain')
    .on('messages')
    .column('uncertain_since')
    .where(sql<boolean>`delivery_state = 'uncertain'`)
    .execute()
  await db.schema
    .createIndex('messages_outbound')
    .on('messages')
    .columns(['inbox_id', 'at', 'delivery_state'])
    .where(sql<boolean>`direction = 'out' and delivery_state is not null`)
    .execute()
}
