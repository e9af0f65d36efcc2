import { randomUUID } from 'node:crypto'
import type { AuditEntry } from '@textdesk/core'
import { type DeskSubject, describeDesk } from '@textdesk/core/testing'
import { Client } from 'pg'
import { afterAll, beforeAll, inject } from 'vitest'
import type { Persistence } from '../persistence.ts'
import { openPostgresPersistence } from './open-postgres-persistence.ts'

const server = inject('postgres')?.url ?? ''
const name = `desk_${randomUUID().replaceAll('-', '')}`
let admin: Client
let looker: Client
let persistence: Persistence

beforeAll(async () => {
  admin = await connect(server)
  await admin.query(`create database ${name}`)
  persistence = await openPostgresPersistence({ connectionString: urlOf(name), warn: () => {} })
  looker = await connect(urlOf(name))
})
afterAll(async () => {
  await looker.end()
  await persistence.close()
  await admin.query(`drop database ${name}`)
  await admin.end()
})

describeDesk('PostgreSQL', openSubject)

/** One desk for all tests, emptied for each: a database for every one of them costs ten times as long. */
async function openSubject(): Promise<DeskSubject> {
  await emptyTables()
  return { ...persistence, readAudit, close: async () => {} }
}

async function emptyTables(): Promise<void> {
  const { rows } = await looker.query<{ name: string }>(TABLES)
  await looker.query(`truncate ${rows.map(({ name }) => `"${name}"`).join()} restart identity cascade`)
}

const TABLES = `select tablename as name from pg_tables
  where schemaname = 'public' and tablename <> 'desk_keys' and tablename not like 'kysely%'`

async function connect(connectionString: string): Promise<Client> {
  const client = new Client({ connectionString })
  await client.connect()
  return client
}

function urlOf(database: string): string {
  const url = new URL(server)
  url.pathname = database
  return url.href
}

/** The desk never reads its audit log, so the test looks for itself. */
async function readAudit(): Promise<AuditEntry[]> {
  const text = 'select at::float8, actor_id as "actorId", what, subject_id as "subjectId" from audit_log order by "row"'
  return (await looker.query<AuditEntry>(text)).rows
}
