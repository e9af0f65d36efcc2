import type { Pool } from 'pg'
import { expect, it, onTestFinished } from 'vitest'
import { makeEmptyDatabase } from '../../../test/support/test-database.ts'
import { openPool } from './open-pool.ts'
import { refuseSharedSessions } from './refuse-shared-sessions.ts'

async function connect(): Promise<Pool> {
  const { url, remove } = await makeEmptyDatabase()
  const pool = openPool({ connectionString: url, connections: 4, warn: () => {} })
  onTestFinished(async () => {
    await pool.end()
    await remove()
  })
  return pool
}

it('takes connections of which each has a session to itself, as often as it is asked', async () => {
  const pool = await connect()
  await refuseSharedSessions(pool)
  await expect(refuseSharedSessions(pool)).resolves.toBeUndefined()
})

it('refuses connections that share one, and says what to do', async () => {
  const pool = await connect()
  const session = await pool.connect()
  onTestFinished(() => session.release())
  const connection = { query: (text: string, values: unknown[]) => session.query(text, values), release: () => {} }
  const pooler = { connect: async () => connection } as unknown as Pool
  await expect(refuseSharedSessions(pooler)).rejects.toThrow(/pooler in transaction mode.*Name PostgreSQL itself/)
})
