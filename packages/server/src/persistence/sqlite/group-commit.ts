import type { Change } from '@textdesk/core'
import type { Database } from 'better-sqlite3'
import { storageUnavailable } from '../storage-unavailable.ts'
import type { SqliteStatements } from './sqlite-statements.ts'
import { outcomeOfError } from './storage-errors.ts'
import { WorkSession } from './work-session.ts'
import { WorkTooSlow, WorkWatch } from './work-watch.ts'
import { WriteTransaction } from './write-transaction.ts'

/** How long a unit of work waits for the write lock before its caller is told that the storage is unavailable. */
const LOCK_PATIENCE_MS = 2_000
export const BATCH_LIMIT = 64
/** The units of work of a batch follow each other without a turn of the event loop: after so long the rest waits for the next. */
const BATCH_MS = 50

interface GroupCommitOptions {
  readonly db: Database
  readonly statements: SqliteStatements
  /** Units of work per transaction. */
  readonly batchLimit: number
  readonly warn: (message: string, error?: unknown) => void
  readonly publish: (changes: readonly Change[]) => void
}

interface Job {
  readonly work: (session: WorkSession) => Promise<unknown>
  readonly deadline: number
  readonly settle: (outcome: Outcome) => void
}

type Outcome = { readonly value: unknown } | { readonly error: unknown }

interface Attempt {
  readonly outcome: Outcome
  readonly changes: readonly Change[]
}

/**
 * Collects the units of work that arrive together, runs them one after another in one transaction, and tells none of them how it
 * went before all of it is on disk: one fsync serves many. Each has a savepoint of its own, so that one failing undoes only
 * itself.
 */
export class GroupCommit {
  readonly #options: GroupCommitOptions
  readonly #transaction: WriteTransaction
  readonly #watch = new WorkWatch()
  #waiting: Job[] = []
  #flushing: Promise<void> | null = null
  #closed = false

  constructor(options: GroupCommitOptions) {
    this.#options = options
    this.#transaction = new WriteTransaction(options.db)
  }

  run<T>(work: (session: WorkSession) => Promise<T>): Promise<T> {
    if (this.#closed) return Promise.reject(storageUnavailable(null))
    return new Promise((resolve, reject) => {
      const settle = (outcome: Outcome) => ('error' in outcome ? reject(outcome.error) : resolve(outcome.value as T))
      this.#waiting.push({ work, settle, deadline: performance.now() + LOCK_PATIENCE_MS })
      this.#flushing ??= this.#flush()
    })
  }

  /** Takes nothing more, and waits for what is under way. */
  async close(): Promise<void> {
    this.#closed = true
    while (this.#flushing) await this.#flushing
    this.#watch.stop()
  }

  /** A turn of the event loop lies before each batch: what has arrived by then goes into it. */
  async #flush(): Promise<void> {
    while (this.#waiting.length > 0) {
      await nextTurn()
      await this.#commitTogether(this.#waiting.splice(0, this.#options.batchLimit))
    }
    this.#flushing = null
  }

  async #commitTogether(batch: readonly Job[]): Promise<void> {
    const attempts: Attempt[] = []
    try {
      await this.#transaction.begin(batch[0]?.deadline ?? 0)
      const end = performance.now() + BATCH_MS
      for (const job of batch) {
        if (attempts.length > 0 && performance.now() > end) break
        const attempt = await this.#attempt(job)
        if (!this.#transaction.isOpen) return await this.#withoutCulprit(batch, job, attempt)
        attempts.push(attempt)
      }
      this.#transaction.commit()
    } catch (error) {
      this.#transaction.abandon()
      this.#options.warn('Nothing could be stored', error)
      for (const job of batch) job.settle({ error: storageUnavailable(error) })
      return
    }
    attempts.forEach((attempt, place) => {
      batch[place]?.settle(attempt.outcome)
    })
    this.#waiting.unshift(...batch.slice(attempts.length))
    this.#options.publish(attempts.flatMap((attempt) => attempt.changes))
  }

  async #attempt(job: Job): Promise<Attempt> {
    const session = new WorkSession(this.#options.db, this.#options.statements)
    this.#transaction.savepoint()
    try {
      const value = await this.#watch.limit(() => session.serve(job.work))
      if (!this.#transaction.isOpen) throw storageUnavailable(null)
      this.#transaction.keep()
      return { outcome: { value }, changes: session.changes }
    } catch (error) {
      session.end()
      if (error instanceof WorkTooSlow) this.#options.warn(error.message)
      if (this.#transaction.isOpen) this.#transaction.undo()
      return { outcome: { error: outcomeOfError(error) }, changes: [] }
    }
  }

  /** An error of the class that ends the whole transaction: only the one who caused it pays. */
  async #withoutCulprit(batch: readonly Job[], culprit: Job, attempt: Attempt): Promise<void> {
    culprit.settle(attempt.outcome)
    for (const job of batch) {
      if (job === culprit) continue
      await nextTurn()
      // One by one they may take long: who has waited too long by then hears it in time to come again.
      if (performance.now() < job.deadline) await this.#commitTogether([job])
      else job.settle({ error: storageUnavailable(null) })
    }
  }
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
