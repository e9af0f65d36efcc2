import type { Pool } from 'pg'
import { DatabaseRefusal } from '../database-refusal.ts'

const OLDEST_VERSION = 15

interface Server {
  readonly version: string
  readonly major: number
  readonly encoding: string
}

/** @throws DatabaseRefusal when no PostgreSQL answers there, or one that the desk cannot work with. */
export async function reach(pool: Pool): Promise<void> {
  const { version, major, encoding } = await askServer(pool)
  if (major < OLDEST_VERSION)
    throw new DatabaseRefusal(
      `PostgreSQL ${version} is too old for the desk. It needs version ${OLDEST_VERSION} or newer.`,
    )
  if (encoding !== 'UTF8')
    throw new DatabaseRefusal(
      `The database stores text as ${encoding}, which cannot hold every text. ` +
        "Make one with CREATE DATABASE ... ENCODING 'UTF8' TEMPLATE template0, and name that one.",
    )
}

async function askServer(pool: Pool): Promise<Server> {
  try {
    const { rows } = await pool.query<Server>(SERVER)
    return rows[0] ?? { version: '', major: 0, encoding: '' }
  } catch (error) {
    throw explained(error, nameOf(pool.options.connectionString ?? ''))
  }
}

const SERVER = `select current_setting('server_version') as version, current_setting('server_encoding') as encoding,
  current_setting('server_version_num')::int / 10000 as major`

function explained(error: unknown, name: string): DatabaseRefusal {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const reason = error instanceof Error && error.message ? error.message : code
  const cure = CURES[code] ?? 'Check the address, and that the server runs and takes connections from this computer'
  return new DatabaseRefusal(`${name} does not let the desk in: ${reason}. ${cure}.`, error)
}

const CURES: Readonly<Record<string, string>> = {
  '28000': 'Check the user and the password in the address, and what pg_hba.conf allows',
  '28P01': 'Check the user and the password in the address',
  '3D000': 'Make it with CREATE DATABASE, or check the last part of the address',
  '53300': 'Raise max_connections, or stop what uses them up',
  '57P03': 'Try again once it has started',
}

/** Without what could be a password. */
function nameOf(connectionString: string): string {
  const url = URL.parse(connectionString)
  return url ? `PostgreSQL at ${url.host}` : 'PostgreSQL'
}
