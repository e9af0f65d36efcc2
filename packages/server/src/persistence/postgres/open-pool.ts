import { Pool } from 'pg'
import { bigIntegersAsNumbers } from './big-integers-as-numbers.ts'
import { mindConnections } from './mind-connections.ts'

/** To have a connection: one that is free, or a new one. */
const CONNECT_WITHIN_MS = 2_000
const STATEMENT_WITHIN_MS = 6_000
/**
 * Later than PostgreSQL itself gives up: who hears nothing by then has nobody at the other end. Together with the wait for a
 * connection less than 10 s.
 */
const ANSWER_WITHIN_MS = 7_000
/**
 * Of a transaction whose server was cut off, and that holds its locks for so long. One that waits for them may hold them
 * next, but waits no longer than a statement may: all are gone within the sum of both.
 */
const IDLE_IN_TRANSACTION_MS = 3_000

interface PoolOptions {
  readonly connectionString: string
  readonly connections: number
  readonly warn: (message: string, error?: unknown) => void
  /** For what may take its time, such as building an index; nobody waits for its answer. */
  readonly unhurried?: boolean
}

export function openPool({ connectionString, connections, warn, unhurried = false }: PoolOptions): Pool {
  const pool = new Pool({
    connectionString,
    max: connections,
    types: bigIntegersAsNumbers(),
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    ...(unhurried ? {} : { query_timeout: ANSWER_WITHIN_MS, statement_timeout: STATEMENT_WITHIN_MS }),
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
    keepAlive: true,
    application_name: 'textdesk',
  })
  mindConnections(pool, { answerWithinMs: ANSWER_WITHIN_MS, warn })
  return pool
}
