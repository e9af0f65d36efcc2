import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import { onServer } from './on-server.ts'

export interface TestDatabase {
  /** For DATABASE_URL. */
  readonly url: string
  remove(): Promise<void>
}

/** An empty one: a file, or in PostgreSQL where the running specs are about that. */
export async function makeTestDatabase(): Promise<TestDatabase> {
  const postgres = inject('postgres')
  return postgres ? makeDatabase(postgres) : makeFile()
}

function makeFile(): TestDatabase {
  const folder = mkdtempSync(join(tmpdir(), 'textdesk-'))
  return { url: `sqlite:${join(folder, 'desk.sqlite')}`, remove: async () => rmSync(folder, { recursive: true }) }
}

/** In PostgreSQL, without a table. */
export async function makeEmptyDatabase(): Promise<TestDatabase> {
  const postgres = inject('postgres')
  if (!postgres) throw new Error('These specs run in the project "postgres"')
  return create(postgres.url, '')
}

/** Of the empty desk: a copy takes a tenth of the time that the migrations would. */
function makeDatabase({ url, emptyDesk }: { url: string; emptyDesk: string }): Promise<TestDatabase> {
  return create(url, `template ${emptyDesk} strategy wal_log`)
}

async function create(server: string, like: string): Promise<TestDatabase> {
  const name = `desk_${crypto.randomUUID().replaceAll('-', '')}`
  await onServer(server, `create database ${name} ${like}`)
  const url = Object.assign(new URL(server), { pathname: name }).href
  return { url, remove: () => onServer(server, `drop database ${name} with (force)`) }
}
