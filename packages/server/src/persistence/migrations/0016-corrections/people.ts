import { type Kysely, sql } from 'kysely'

/** Where agents have signed in before, what their sessions are in, and who of them has joined. */
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
  await addJoinedAt(db)
}

/** Whoever has a password has joined, and whoever did anything at all, by the audit: a reset takes the password away. */
async function addJoinedAt(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('agents').addColumn('joined_at', 'bigint').execute()
  await sql`
    update agents set joined_at = created_at
    where password_hash is not null or exists (select 1 from audit_log where audit_log.actor_id = agents.id)
  `.execute(db)
}
