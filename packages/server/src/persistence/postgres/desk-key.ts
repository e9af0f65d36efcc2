import { randomBytes } from 'node:crypto'
import type { Pool } from 'pg'

/** The desk's own secret, made the first time it is asked for, and the same for every server. */
export async function readOrMakeKey(pool: Pool, name: string): Promise<Uint8Array> {
  const text =
    'insert into desk_keys(name, secret) values ($1, $2) on conflict(name) do update set secret = desk_keys.secret returning secret'
  const { rows } = await pool.query<{ secret: Uint8Array }>(text, [name, randomBytes(32)])
  const secret = rows[0]?.secret
  if (!secret) throw new Error(`The desk's key "${name}" could not be read`)
  return secret
}
