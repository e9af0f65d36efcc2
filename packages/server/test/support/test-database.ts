import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import { createDatabase } from './fresh-database.ts'

export interface TestDatabase {
  /** For DATABASE_URL. */
  readonly url: string
  remove(): Promise<void>
}

/** Of an empty desk: a file, or in PostgreSQL where the specs run on that. */
export async function makeTestDatabase(): Promise<TestDatabase> {
  const postgres = inject('postgres')
  // A copy takes a tenth of the time that the migrations would.
  return postgres ? createDatabase(postgres.url, 'desk', postgres.emptyDesk) : makeFile()
}

/** Without a table. */
export async function makeEmptyDatabase(): Promise<TestDatabase> {
  const postgres = inject('postgres')
  return postgres ? createDatabase(postgres.url, 'desk') : makeFile()
}

function makeFile(): TestDatabase {
  const folder = mkdtempSync(join(tmpdir(), 'textdesk-'))
  return { url: `sqlite:${join(folder, 'desk.sqlite')}`, remove: async () => rmSync(folder, { recursive: true }) }
}
