import type { Kysely } from 'kysely'
import { withoutRowId } from './sqlite-columns.ts'

/** What agents have at hand while they write: canned replies, drafts, and a note about the contact, who can be erased. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('canned_replies')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('shortcut', 'text', (c) => c.notNull().unique())
    .addColumn('title', 'text')
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('updated_at', 'bigint', (c) => c.notNull())
    .execute()

  await withoutRowId(db.schema.createTable('drafts'))
    .addColumn('agent_id', 'text', (c) => c.notNull())
    .addColumn('ticket_number', 'integer', (c) => c.notNull().references('tickets.number').onDelete('cascade'))
    .addColumn('mode', 'text', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('updated_at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('drafts_key', ['agent_id', 'ticket_number', 'mode'])
    .execute()
  await db.schema.createIndex('drafts_ticket').on('drafts').column('ticket_number').execute()

  await db.schema.alterTable('contacts').addColumn('note', 'text').execute()
  // Or removing a ticket would look through everything that anybody ever read.
  await db.schema.createIndex('ticket_reads_ticket').on('ticket_reads').column('ticket_number').execute()
}
