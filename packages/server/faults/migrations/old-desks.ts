import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { Kysely, SqliteDialect } from 'kysely'
import { Migrator } from 'kysely/migration'
import { openWriter } from '../../src/persistence/sqlite/connections.ts'
import { sqliteMigrations } from '../../src/persistence/sqlite/migrations/index.ts'
import { OLD_DATA } from './old-data.ts'

export interface OldDesk {
  /** The steps it had had. */
  readonly steps: readonly string[]
  /** Null: there was no desk yet. */
  readonly file: string | null
}

/** The files of desks of every age there has been, each with data from all the time before. */
export async function makeOldDesks(folder: string): Promise<OldDesk[]> {
  const names = Object.keys(sqliteMigrations).sort()
  const growing = join(folder, 'growing.sqlite')
  const desks: OldDesk[] = [{ steps: [], file: null }]
  for (const [place, name] of names.entries()) {
    const steps = names.slice(0, place + 1)
    const db = openWriter(growing)
    await migrateTo(db, steps)
    db.exec(OLD_DATA[name] ?? '')
    // Closing empties the log into the file.
    db.close()
    const file = join(folder, `after-${name}.sqlite`)
    copyFileSync(growing, file)
    desks.push({ steps, file })
  }
  return desks
}

async function migrateTo(database: ReturnType<typeof openWriter>, steps: readonly string[]): Promise<void> {
  const migrations = Object.fromEntries(Object.entries(sqliteMigrations).filter(([name]) => steps.includes(name)))
  const db = new Kysely<unknown>({ dialect: new SqliteDialect({ database }) })
  const { error } = await new Migrator({ db, provider: { getMigrations: async () => migrations } }).migrateToLatest()
  if (error) throw error
}
