import { Pool, TypeOverrides, types } from 'pg'

const CONNECT_WITHIN_MS = 2_500
const STATEMENT_WITHIN_MS = 10_000
const IDLE_IN_TRANSACTION_MS = 10_000
/** A connection that was cut silently answers nothing; its query must end all the same. */
const ANSWER_WITHIN_MS = 8_000

interface PoolOptions {
  readonly connectionString: string
  readonly connections: number
  readonly warn: (message: string, error?: unknown) => void
}

export function openPool({ connectionString, connections, warn }: PoolOptions): Pool {
  const overrides = new TypeOverrides()
  // Moments and counters: all far below 2^53.
  overrides.setTypeParser(types.builtins.INT8, Number)
  const pool = new Pool({
    connectionString,
    max: connections,
    types: overrides,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    query_timeout: ANSWER_WITHIN_MS,
    statement_timeout: STATEMENT_WITHIN_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
    keepAlive: true,
    application_name: 'textdesk',
  })
  // An idle connection that breaks is replaced by the next one asked for.
  pool.on('error', (error) => warn('A connection to the database broke', error))
  return pool
}
