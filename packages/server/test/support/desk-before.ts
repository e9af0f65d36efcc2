import Database from 'better-sqlite3'
import { Kysely, SqliteDialect, sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { Pool } from 'pg'
import { onTestFinished } from 'vitest'
import { postgresMigrations } from '../../src/persistence/postgres/migrations/index.ts'
import { DeskPostgresDialect } from '../../src/persistence/postgres/postgres-ddl.ts'
import { sqliteMigrations } from '../../src/persistence/sqlite/migrations/index.ts'
import { makeEmptyDatabase } from './test-database.ts'

/** The database of a desk that has had the migrations up to this one, and what brings it up to date. */
export async function deskBefore(migration: string): Promise<{ db: Kysely<unknown>; update: () => Promise<void> }> {
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
  const { error } = await migrator.migrateTo(migration)
  if (error) throw error
  const update = async () => {
    const { error } = await migrator.migrateToLatest()
    if (error) throw error
  }
  return { db, update }
}

/** The rows, each as its values in a line. */
export async function ask(db: Kysely<unknown>, text: string): Promise<unknown[]> {
  const { rows } = await sql.raw<Record<string, unknown>>(text).execute(db)
  return rows.map((row) => Object.values(row).map(String).join(' '))
}
