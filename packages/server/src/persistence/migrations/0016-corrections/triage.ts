import type { Kysely } from 'kysely'
import { withoutRowId } from '../sqlite-columns.ts'

/** What agents did to tickets, for an hour, so that it can be undone. */
export async function triage(db: Kysely<unknown>): Promise<void> {
  await withoutRowId(db.schema.createTable('ticket_actions'))
    .addColumn('ticket_number', 'integer', (c) => c.notNull().references('tickets.number').onDelete('cascade'))
    .addColumn('agent_id', 'text', (c) => c.notNull())
    .addColumn('key', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('seq', 'integer', (c) => c.notNull())
    .addColumn('state_before', 'text', (c) => c.notNull())
    .addColumn('state_after', 'text', (c) => c.notNull())
    .addColumn('settled_ids', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('ticket_actions_key', ['ticket_number', 'agent_id', 'key'])
    .execute()
  await db.schema.createIndex('ticket_actions_at').on('ticket_actions').column('at').execute()
}
