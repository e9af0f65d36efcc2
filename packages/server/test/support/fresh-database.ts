import { databaseOn } from './database-on.ts'
import { onServer } from './on-server.ts'

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
  const remove = () => onServer(server, `drop database ${name} with (force)`)
  return { name, url: databaseOn(server, name), remove }
}
