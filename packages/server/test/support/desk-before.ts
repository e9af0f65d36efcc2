import Database from 'better-sqlite3'
import { Kysely, SqliteDialect, sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { Pool } from 'pg'
import { onTestFinished } from 'vitest'
import { postgresMigrations } from '../../src/persistence/postgres/migrations/index.ts'
import { DeskPostgresDialect } from '../../src/persistence/postgres/postgres-ddl.ts'
import { sqliteMigrations } from '../../src/persistence/sqlite/migrations/index.ts'
import { makeEmptyDatabase } from './test-database.ts'

/** An empty desk of an older version, which took this step last, and the update to this one. */
export async function deskBefore(step: string): Promise<{ db: Kysely<unknown>; update: () => Promise<void> }> {
  const database = await makeEmptyDatabase()
  const isFile = database.url.startsWith('sqlite:')
  const dialect = isFile
    ? new SqliteDialect({ database: new Database(database.url.slice('sqlite:'.length)) })
    : new DeskPostgresDialect({ pool: new Pool({ connectionString: database.url }) })
  const db = new Kysely<unknown>({ dialect })
  onTestFinished(async () => {
    await db.destroy()
    await database.remove()
  })
  const migrations = isFile ? sqliteMigrations : postgresMigrations
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } })
  const { error } = await migrator.migrateTo(step)
  if (error) throw error
  const update = async () => {
    const { error } = await migrator.migrateToLatest()
    if (error) throw error
  }
  return { db, update }
}

/** Rows as text, their values with a blank between. */
export async function ask(db: Kysely<unknown>, text: string): Promise<string[]> {
  const { rows } = await sql.raw<Record<string, unknown>>(text).execute(db)
  return rows.map((row) => Object.values(row).map(String).join(' '))
}
