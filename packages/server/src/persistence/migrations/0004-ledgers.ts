import type { Kysely } from 'kysely'
import { withoutRowId } from './sqlite-columns.ts'

/** What was taken in, what was reported, who wants no texts, and what the desk sent by itself. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createReceipts(db)
  await createReports(db)

  // The hash comes first: one contact's entries in all inboxes are found together.
  await withoutRowId(db.schema.createTable('opt_outs'))
    .addColumn('address_hmac', 'blob', (c) => c.notNull())
    .addColumn('inbox_id', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('source', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('opt_outs_key', ['address_hmac', 'inbox_id'])
    .execute()

  await withoutRowId(db.schema.createTable('automatic_budgets'))
    .addColumn('inbox_id', 'text', (c) => c.notNull())
    .addColumn('hour', 'integer', (c) => c.notNull())
    .addColumn('count', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('automatic_budgets_key', ['inbox_id', 'hour'])
    .execute()

  await db.schema
    .createTable('desk_keys')
    .addColumn('name', 'text', (c) => c.primaryKey().notNull())
    .addColumn('secret', 'blob', (c) => c.notNull())
    .execute()

  await db.schema
    .createTable('audit_log')
    .addColumn('row', 'integer', (c) => c.primaryKey())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('actor_id', 'text')
    .addColumn('what', 'text', (c) => c.notNull())
    .addColumn('subject_id', 'text', (c) => c.notNull())
    .execute()
}

async function createReceipts(db: Kysely<unknown>): Promise<void> {
  await withoutRowId(db.schema.createTable('inbound_receipts'))
    .addColumn('inbox_id', 'text', (c) => c.notNull())
    .addColumn('key_hash', 'blob', (c) => c.notNull())
    .addPrimaryKeyConstraint('inbound_receipts_key', ['inbox_id', 'key_hash'])
    .execute()

  await withoutRowId(db.schema.createTable('signature_ids'))
    .addColumn('jti', 'text', (c) => c.primaryKey().notNull())
    .addColumn('expires_at', 'bigint', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('signature_ids_expiry').on('signature_ids').column('expires_at').execute()
}

async function createReports(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('delivery_reports')
    .addColumn('row', 'integer', (c) => c.primaryKey())
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('message_id', 'text')
    .addColumn('reference', 'text')
    .addColumn('provider_message_id', 'text')
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('raw', 'text', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('delivery_reports_message').on('delivery_reports').column('message_id').execute()
}
