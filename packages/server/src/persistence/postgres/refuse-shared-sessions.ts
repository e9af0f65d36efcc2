import { randomUUID } from 'node:crypto'
import type { Pool, PoolClient } from 'pg'
import { DatabaseRefusal } from '../database-refusal.ts'

/** A pooler may have some sessions idle beside the one that was just marked. */
const OTHERS = 3
const MARK = 'textdesk.session'

/**
 * A pooler in transaction mode gives a session to somebody else after each transaction. There LISTEN hears nothing, and a
 * statement that was prepared is another's. So one connection marks its session, and no other may find the mark.
 * @throws DatabaseRefusal
 */
export async function refuseSharedSessions(pool: Pool): Promise<void> {
  const mark = randomUUID()
  const [first, ...others] = await Promise.all(Array.from({ length: OTHERS + 1 }, () => pool.connect()))
  try {
    await first?.query('select set_config($1, $2, false)', [MARK, mark])
    // In transactions, so that each has a session at the same time.
    const found = await Promise.all(others.map((client) => readMark(client)))
    if (found.includes(mark)) throw new DatabaseRefusal(SHARED)
    await Promise.all(others.map((client) => client.query('commit')))
    await first?.query('select set_config($1, $2, false)', [MARK, ''])
  } finally {
    for (const client of [first, ...others]) client?.release()
  }
}

async function readMark(client: PoolClient): Promise<unknown> {
  await client.query('begin')
  const { rows } = await client.query('select current_setting($1, true) as mark', [MARK])
  return rows[0]?.mark
}

const SHARED =
  'DATABASE_URL leads to a pooler in transaction mode, in which servers cannot hear each other (LISTEN). ' +
  'Name PostgreSQL itself there, or a pooler in session mode.'
