import type { Pool } from 'pg'
import { DatabaseRefusal } from '../database-refusal.ts'

/** How far the move of a desk into this database has come; gone once it is whole. */
export const MOVE_PROGRESS = 'move_progress'

export async function isHalfMoved(pool: Pool): Promise<boolean> {
  const { rows } = await pool.query<{ found: boolean }>('select to_regclass($1) is not null as found', [MOVE_PROGRESS])
  return rows[0]?.found === true
}

/** A desk of which only a part is there would take texts for new and send others again. @throws DatabaseRefusal */
export async function refuseHalfMovedDesk(pool: Pool): Promise<void> {
  if (await isHalfMoved(pool))
    throw new DatabaseRefusal(
      'A desk is being moved into this database, and is not whole yet. Let the move end, or give its command again: ' +
        'it goes on where it was. Then start the desk.',
    )
}
