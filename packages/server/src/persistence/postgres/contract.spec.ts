import type { AuditEntry } from '@textdesk/core'
import { type DeskSubject, describeDesk } from '@textdesk/core/testing'
import { Client } from 'pg'
import { afterAll, beforeAll } from 'vitest'
import { makeTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts'
import type { Persistence } from '../persistence.ts'
import { openPostgresPersistence } from './open-postgres-persistence.ts'

let database: TestDatabase
let looker: Client
let persistence: Persistence

beforeAll(async () => {
  database = await makeTestDatabase()
  persistence = await openPostgresPersistence({ connectionString: database.url, warn: () => {} })
  looker = new Client({ connectionString: database.url })
  await looker.connect()
})
afterAll(async () => {
  await looker.end()
  await persistence.close()
  await database.remove()
})

describeDesk('PostgreSQL', openSubject)

/** One desk for all tests, emptied for each: a database for every one of them costs ten times as long. */
async function openSubject(): Promise<DeskSubject> {
  await emptyTables()
  return { ...persistence, readAudit, close: async () => {} }
}

/** Row by row, as there are few: TRUNCATE would make the files of every table and index anew. */
async function emptyTables(): Promise<void> {
  const { rows } = await looker.query<{ name: string }>(TABLES)
  const removals = rows.map(({ name }, place) => `removal${place} as (delete from "${name}")`)
  await looker.query(`with ${removals.join()} select setval(oid, 1, false) from pg_class where relkind = 'S'`)
}

const TABLES = `select tablename as name from pg_tables
  where schemaname = 'public' and tablename <> 'desk_keys' and tablename not like 'kysely%'`

/** The desk never reads its audit log, so the test looks for itself. */
async function readAudit(): Promise<AuditEntry[]> {
  const text = 'select at::float8, actor_id as "actorId", what, subject_id as "subjectId" from audit_log order by "row"'
  return (await looker.query<AuditEntry>(text)).rows
}
