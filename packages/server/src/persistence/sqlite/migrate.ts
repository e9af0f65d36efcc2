import { existsSync } from 'node:fs'
import Database from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { DEFAULT_MIGRATION_TABLE, Migrator } from 'kysely/migration'
import { sqliteMigrations } from './migrations/index.ts'

export class DatabaseTooNewError extends Error {
  constructor(file: string, unknownStep: string) {
    super(
      `${file} was written by a newer version of Textdesk (it has "${unknownStep}"). ` +
        'Nothing was changed. Start the newer version again, or restore a backup from before the update.',
    )
    this.name = 'DatabaseTooNewError'
  }
}

/** Looks without writing. @param name what people call the file. @throws DatabaseTooNewError */
export function refuseNewerDatabase(file: string, name = file): void {
  if (!existsSync(file)) return
  const db = new Database(file, { readonly: true, fileMustExist: true })
  try {
    const unknown = stepsOf(db).find((step) => !(step in sqliteMigrations))
    if (unknown !== undefined) throw new DatabaseTooNewError(name, unknown)
  } finally {
    db.close()
  }
}

/**
 * Brings the database to this version, all of it or nothing: Kysely's migrator uses no transaction on SQLite, and a process
 * killed in the middle would leave a database that no version knows. The caller holds the desk's lock.
 */
export async function migrate(db: Database.Database): Promise<void> {
  // Not destroyed afterwards: that would close the connection.
  const kysely = new Kysely<unknown>({ dialect: new SqliteDialect({ database: db }) })
  const migrator = new Migrator({ db: kysely, provider: { getMigrations: async () => ({ ...sqliteMigrations }) } })
  db.exec('begin immediate')
  try {
    const { error } = await migrator.migrateToLatest()
    if (error) throw error
    db.exec('commit')
  } finally {
    if (db.inTransaction) db.exec('rollback')
  }
}

/** How many steps of this version the database has not had yet. */
export function stepsToCome(db: Database.Database): number {
  const done = stepsOf(db)
  return Object.keys(sqliteMigrations).filter((step) => !done.includes(step)).length
}

function stepsOf(db: Database.Database): string[] {
  const table = db.prepare("select 1 from sqlite_master where type = 'table' and name = ?").get(DEFAULT_MIGRATION_TABLE)
  if (!table) return []
  return db.prepare<[], string>(`select name from ${DEFAULT_MIGRATION_TABLE} order by name`).pluck().all()
}
