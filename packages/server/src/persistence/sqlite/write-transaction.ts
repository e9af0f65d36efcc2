import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from 'better-sqlite3'

/** Between two attempts to get the write lock; the connection itself waits for nobody. */
const BUSY_PAUSE_MS = 25

/** The one write transaction of a connection, and the savepoint of each unit of work in it. */
export class WriteTransaction {
  readonly #db: Database
  readonly #statements: Record<'begin' | 'commit' | 'rollback' | 'savepoint' | 'release' | 'undo', () => unknown>

  constructor(db: Database) {
    this.#db = db
    const prepared = (sql: string) => {
      const statement = db.prepare(sql)
      return () => statement.run()
    }
    this.#statements = {
      begin: prepared('begin immediate'),
      commit: prepared('commit'),
      rollback: prepared('rollback'),
      savepoint: prepared('savepoint unit'),
      release: prepared('release unit'),
      undo: prepared('rollback to unit'),
    }
  }

  /** False once SQLite itself has rolled everything back, as it does after some errors. */
  get isOpen(): boolean {
    return this.#db.inTransaction
  }

  /**
   * Tries again while another process holds the lock.
   * @throws SqliteError when it could not begin until the deadline, a moment of `performance.now()`.
   */
  async begin(deadline: number): Promise<void> {
    for (;;) {
      try {
        this.#statements.begin()
        return
      } catch (error) {
        if (!isBusy(error) || performance.now() >= deadline) throw error
      }
      await sleep(BUSY_PAUSE_MS)
    }
  }

  /** @throws SqliteError when nothing became durable. */
  commit(): void {
    this.#statements.commit()
  }

  /** Undoes everything, if there is anything left to undo. Never throws. */
  abandon(): void {
    try {
      if (this.isOpen) this.#statements.rollback()
    } catch {
      // The next attempt to begin says what is wrong.
    }
  }

  savepoint(): void {
    this.#statements.savepoint()
  }

  keep(): void {
    this.#statements.release()
  }

  undo(): void {
    this.#statements.undo()
    this.#statements.release()
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')
}
