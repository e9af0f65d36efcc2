import type { TestProject } from 'vitest/node'
import { openPostgresPersistence } from '../../src/persistence/postgres/open-postgres-persistence.ts'
import { createDatabase } from './fresh-database.ts'
import { PostgresServer } from './postgres-server.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where a PostgreSQL runs that may be written to at will, and which of its databases is an empty desk to copy. */
    postgres?: { readonly url: string; readonly emptyDesk: string }
  }
}

/** Each test has a database of its own: waiting for the disk would take most of the time. */
const WITHOUT_DISK = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' }

/** One server for all specs that ask for it; yours, where TEST_DATABASE_URL names one. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['TEST_DATABASE_URL']
  const server = given ? null : await PostgresServer.start(WITHOUT_DISK)
  const url = given ?? server?.url() ?? ''
  const emptyDesk = await createDatabase(url, 'empty')
  await (await openPostgresPersistence({ connectionString: emptyDesk.url, warn: () => {} })).close()
  project.provide('postgres', { url, emptyDesk: emptyDesk.name })
  return async () => {
    await emptyDesk.remove()
    await server?.stop()
  }
}
