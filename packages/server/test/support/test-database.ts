import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { inject } from 'vitest'

export interface TestDatabase {
  /** For DATABASE_URL. */
  readonly url: string
  remove(): Promise<void>
}

/** An empty one: a file, or in PostgreSQL where the running specs are about that. */
export async function makeTestDatabase(): Promise<TestDatabase> {
  const server = inject('postgres')
  return server ? makeDatabase(server) : makeFile()
}

function makeFile(): TestDatabase {
  const folder = mkdtempSync(join(tmpdir(), 'textdesk-'))
  return { url: `sqlite:${join(folder, 'desk.sqlite')}`, remove: async () => rmSync(folder, { recursive: true }) }
}

async function makeDatabase(server: string): Promise<TestDatabase> {
  const name = `desk_${randomUUID().replaceAll('-', '')}`
  await onServer(server, `create database ${name}`)
  const url = new URL(server)
  url.pathname = name
  return { url: url.href, remove: () => onServer(server, `drop database ${name} with (force)`) }
}

async function onServer(server: string, command: string): Promise<void> {
  const client = new Client({ connectionString: server })
  await client.connect()
  try {
    await client.query(command)
  } finally {
    await client.end()
  }
}
