import { type Kysely, sql } from 'kysely'
import { withoutRowId } from './sqlite-columns.ts'

/** The timeline of a ticket. A message row is its own entry in the outbox. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createMessages(db)
  await indexMessages(db)
  await indexOutbox(db)

  await withoutRowId(db.schema.createTable('activity'))
    .addColumn('ticket_number', 'integer', (c) => c.notNull().references('tickets.number'))
    .addColumn('seq', 'integer', (c) => c.notNull())
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('actor_id', 'text')
    .addColumn('what', 'text', (c) => c.notNull())
    .addColumn('detail', 'text')
    .addPrimaryKeyConstraint('activity_key', ['ticket_number', 'seq'])
    .execute()
}

/** Inbox and contact repeat what the ticket says: the outbox keeps order by them. */
async function createMessages(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('messages')
    .addColumn('row', 'integer', (c) => c.primaryKey())
    .addColumn('id', 'text', (c) => c.notNull().unique())
    .addColumn('ticket_number', 'integer', (c) => c.notNull().references('tickets.number'))
    .addColumn('inbox_id', 'text', (c) => c.notNull())
    .addColumn('contact_id', 'text', (c) => c.notNull())
    .addColumn('seq', 'integer', (c) => c.notNull())
    .addColumn('direction', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('author_id', 'text')
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('purpose', 'text')
    .addColumn('idempotency_key', 'text')
    .addColumn('resend_of', 'text')
    .addColumn('settled_at', 'bigint')
    .addColumn('delivery_state', 'text')
    .addColumn('delivery_reason', 'text')
    .addColumn('attempts', 'integer')
    .addColumn('next_attempt_at', 'bigint')
    .addColumn('claim_token', 'text')
    .addColumn('lease_until', 'bigint')
    .addColumn('provider_message_id', 'text')
    .addColumn('segments', 'integer')
    .addColumn('first_queued_at', 'bigint')
    .addColumn('uncertain_since', 'bigint')
    .addUniqueConstraint('messages_place', ['ticket_number', 'seq'])
    .execute()
}

async function indexMessages(db: Kysely<unknown>): Promise<void> {
  const on = (name: string) => db.schema.createIndex(name).on('messages')
  await on('messages_contact').columns(['contact_id', 'at']).execute()
  await on('messages_inbound').columns(['inbox_id', 'at']).where(sql<boolean>`direction = 'in'`).execute()
  await on('messages_idempotency')
    .unique()
    .columns(['author_id', 'idempotency_key'])
    .where(sql<boolean>`idempotency_key is not null`)
    .execute()
  await on('messages_provider')
    .columns(['provider_message_id'])
    .where(sql<boolean>`provider_message_id is not null`)
    .execute()
  await on('messages_unsettled')
    .columns(['ticket_number'])
    .where(sql<boolean>`settled_at is null and delivery_state in ('failed', 'uncertain')`)
    .execute()
}

async function indexOutbox(db: Kysely<unknown>): Promise<void> {
  const on = (name: string) => db.schema.createIndex(name).on('messages')
  await on('messages_due')
    .columns(['inbox_id', 'next_attempt_at'])
    .where(sql<boolean>`delivery_state in ('scheduled', 'queued')`)
    .execute()
  await on('messages_leased')
    .columns(['lease_until'])
    .where(sql<boolean>`delivery_state in ('claimed', 'dispatching')`)
    .execute()
  await on('messages_unsent')
    .columns(['contact_id', 'inbox_id'])
    .where(sql<boolean>`delivery_state in ('scheduled', 'queued', 'claimed', 'dispatching')`)
    .execute()
}
