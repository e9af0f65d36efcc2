import { randomBytes } from 'node:crypto'
import type { Database } from 'better-sqlite3'

/** The desk's own secret, made the first time it is asked for. Writes in any case. */
export function readOrMakeKey(db: Database, name: string): Uint8Array {
  const secret = db
    .prepare<[string, Uint8Array], Uint8Array>(
      'insert into desk_keys(name, secret) values (?, ?) on conflict(name) do update set secret = secret returning secret',
    )
    .pluck()
    .get(name, randomBytes(32))
  if (!secret) throw new Error(`The desk's key "${name}" could not be read`)
  return secret
}
