import type { Kysely } from 'kysely'

/** Where agents have signed in before, and what their sessions are in. */
export async function people(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('known_places')
    .addColumn('digest', 'text', (c) => c.notNull())
    .addColumn('agent_id', 'text', (c) => c.notNull().references('agents.id'))
    .addColumn('first_at', 'bigint', (c) => c.notNull())
    .addColumn('last_at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('known_places_key', ['digest', 'agent_id'])
    .execute()
  await db.schema.createIndex('known_places_agent').on('known_places').column('agent_id').execute()
  await db.schema.alterTable('sessions').addColumn('label', 'text').execute()
}
