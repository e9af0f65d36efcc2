import { Kysely } from 'kysely'
import { Migrator } from 'kysely/migration'
import type { Pool } from 'pg'
import { postgresMigrations } from './migrations/index.ts'
import { DeskPostgresDialect } from './postgres-ddl.ts'

/** Brings the database to this version, all of it or nothing. Servers that start together wait for each other here. */
export async function migrate(pool: Pool): Promise<void> {
  // Not destroyed afterwards: that would end the pool.
  const kysely = new Kysely<unknown>({ dialect: new DeskPostgresDialect({ pool }) })
  const provider = { getMigrations: async () => ({ ...postgresMigrations }) }
  const { error } = await new Migrator({ db: kysely, provider }).migrateToLatest()
  if (error) throw error
}
