import { Kysely } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import type { Pool } from 'pg'
import { DatabaseRefusal } from '../database-refusal.ts'
import { postgresMigrations } from './migrations/index.ts'
import { DeskPostgresDialect } from './postgres-ddl.ts'
import { reach } from './reach.ts'
import { stepsOf } from './steps.ts'

/** Old and new code run side by side for so many steps: one that adds, before the one that takes away. */
export const STEPS_AHEAD = 1

type Migrations = Readonly<Record<string, Migration>>

/**
 * Brings the database to this version, all of it or nothing; takes two connections. Servers that start together wait for
 * each other here. One step further is well too: a newer version was started beside this one, or this one after it.
 * @throws DatabaseRefusal
 */
export async function migrate(pool: Pool, known: Migrations = postgresMigrations): Promise<void> {
  await reach(pool)
  // Not destroyed afterwards: that would end the pool.
  const kysely = new Kysely<unknown>({ dialect: new DeskPostgresDialect({ pool }) })
  // Asked for under the migrator's lock.
  const provider = { getMigrations: async () => ({ ...known, ...(await stepsBeyond(pool, known)) }) }
  const { error } = await new Migrator({ db: kysely, provider }).migrateToLatest()
  if (error) throw error
}

/** What a newer version has done to the database already, as steps that do nothing. @throws DatabaseRefusal when too many */
async function stepsBeyond(pool: Pool, known: Migrations): Promise<Migrations> {
  const done = await stepsOf(pool)
  const beyond = done.filter((step) => !(step in known))
  const isSibling = beyond.length > 0 && Object.keys(known).some((step) => !done.includes(step))
  if (beyond.length > STEPS_AHEAD || isSibling)
    throw new DatabaseRefusal(
      `The database was written by a newer version of Textdesk (it has "${beyond.at(-1)}"), and this one no longer fits it. ` +
        'Nothing was changed. Start the newer version again, or restore a backup from before the update.',
    )
  return Object.fromEntries(beyond.map((step) => [step, { up: async () => {} }]))
}
