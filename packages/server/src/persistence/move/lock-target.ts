import type { Pool } from 'pg'
import { DatabaseRefusal } from '../database-refusal.ts'
import { MOVE_PROGRESS } from '../postgres/half-moved.ts'

/** A process that was killed may have left a statement to end. */
const WITHIN_MS = 10_000
const LOCK_NOT_AVAILABLE = '55P03'

/** One move into a database at a time. It ends with the process, however that ends. @throws DatabaseRefusal */
export async function lockTarget(pool: Pool): Promise<{ release(): void }> {
  const client = await pool.connect()
  try {
    await client.query(`set lock_timeout = ${WITHIN_MS}`)
    await client.query(`select pg_advisory_lock(hashtext('${MOVE_PROGRESS}'))`)
    return { release: () => client.release(true) }
  } catch (error) {
    client.release(true)
    const isTaken = error instanceof Error && 'code' in error && error.code === LOCK_NOT_AVAILABLE
    throw isTaken
      ? new DatabaseRefusal('Another move into this database is under way. Wait until it has ended.', error)
      : error
  }
}
