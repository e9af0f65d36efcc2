import type { Kysely } from 'kysely'

/** Why each text stands in the ticket it stands in; null for texts from before. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const messages = () => db.schema.alterTable('messages')
  await messages().addColumn('placed_because', 'text').execute()
  await messages().addColumn('placed_ticket', 'integer').execute()
  await messages().addColumn('placed_at', 'bigint').execute()
  await messages().addColumn('placed_hours', 'integer').execute()
}
