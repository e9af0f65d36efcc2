import { setTimeout as sleep } from 'node:timers/promises'
import type { Client } from 'pg'
import { databaseOn } from './database-on.ts'
import { onServer } from './on-server.ts'
import { withClient } from './with-client.ts'

/** For connections that are closing already; others are cut. */
const LEAVE_WITHIN_MS = 500

export interface FreshDatabase {
  readonly name: string
  /** For DATABASE_URL. */
  readonly url: string
  remove(): Promise<void>
}

/** A new database on a server of PostgreSQL; its name begins like this. Empty, or a copy of another one. */
export async function createDatabase(server: string, beginning: string, original?: string): Promise<FreshDatabase> {
  const name = `${beginning}_${crypto.randomUUID().replaceAll('-', '')}`
  await onServer(server, `create database ${name} ${original ? `template ${original} strategy wal_log` : ''}`)
  const remove = () =>
    withClient(server, async (client) => {
      await untilLeft(client, name)
      await client.query(`drop database ${name} with (force)`)
    })
  return { name, url: databaseOn(server, name), remove }
}

/** A pool says that it has ended before its connections have, and one that is cut while it closes is an error of nobody's. */
async function untilLeft(client: Client, name: string): Promise<void> {
  const giveUpAt = performance.now() + LEAVE_WITHIN_MS
  const somebody = `select 1 from pg_stat_activity where datname = $1 and backend_type = 'client backend' limit 1`
  while ((await client.query(somebody, [name])).rows.length > 0 && performance.now() < giveUpAt) await sleep(5)
}
