import { setTimeout as sleep } from 'node:timers/promises'
import type { Shredder } from '@textdesk/core'
import type { Database } from 'better-sqlite3'

const PATIENCE_MS = 5_000
const PAUSE_MS = 20

/**
 * What is deleted is overwritten with zeros in its page (`secure_delete`), and that page stands in the log first, beside
 * older pages that still hold it. Moving the log into the database and emptying it ends both.
 */
export class SqliteShredder implements Shredder {
  readonly #db: Database
  readonly #warn: (message: string) => void

  constructor(db: Database, warn: (message: string) => void) {
    this.#db = db
    this.#warn = warn
  }

  async shred(): Promise<void> {
    const deadline = performance.now() + PATIENCE_MS
    while (!this.#emptyLog()) {
      if (performance.now() > deadline) {
        this.#warn(
          'Traces of what was erased may stay in the database log until the desk is restarted: something reads it',
        )
        return
      }
      await sleep(PAUSE_MS)
    }
  }

  /** False while somebody reads from the log, or a transaction is open. */
  #emptyLog(): boolean {
    if (this.#db.inTransaction) return false
    const [outcome] = this.#db.pragma('wal_checkpoint(TRUNCATE)') as Array<{ busy: number }>
    return outcome?.busy === 0
  }
}
