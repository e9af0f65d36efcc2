import type { Change, ChangeRecorder } from '@textdesk/core'
import type { Database } from 'better-sqlite3'
import type { Query } from '../query.ts'
import type { QuerySession } from '../query-session.ts'
import type { SqliteStatements } from './sqlite-statements.ts'

/** What one closure speaks to the database through. It ends with the closure, and says so to whoever kept it. */
export class ClosureSession implements QuerySession, ChangeRecorder {
  readonly changes: Change[] = []
  readonly #db: Database
  readonly #statements: SqliteStatements
  #ended = false
  #pending = 0
  #lost: unknown = null

  constructor(db: Database, statements: SqliteStatements) {
    this.#db = db
    this.#statements = statements
  }

  all<Input, Row>(query: Query<Input, Row>, input: Input): Promise<Row[]> {
    return this.#answer(() => this.#statements.all(query, input))
  }

  first<Input, Row>(query: Query<Input, Row>, input: Input): Promise<Row | undefined> {
    return this.#answer(() => this.#statements.first(query, input))
  }

  run<Input>(query: Query<Input, unknown>, input: Input): Promise<number> {
    return this.#answer(() => this.#statements.run(query, input))
  }

  record(change: Change): void {
    this.#refuseOnceEnded()
    this.changes.push(change)
  }

  /**
   * Runs the closure on this session, which ends with it.
   * @throws when the closure settled before it had all its answers.
   */
  async serve<T>(work: (session: ClosureSession) => Promise<T>): Promise<T> {
    try {
      const value = await work(this)
      if (this.#pending > 0)
        throw new Error('A unit of work settled before its last answer had come: an await is missing')
      return value
    } finally {
      this.end()
    }
  }

  end(): void {
    this.#ended = true
  }

  /** Answers some turns late, as a database across the network would, so that a missing await shows here too. */
  async #answer<T>(execute: () => T): Promise<T> {
    this.#refuseOnceEnded()
    if (this.#lost !== null) throw this.#lost
    this.#pending += 1
    try {
      const answer = execute()
      await null
      await null
      return answer
    } catch (error) {
      // Without a transaction every further statement would commit by itself.
      if (!this.#db.inTransaction) this.#lost = error
      throw error
    } finally {
      this.#pending -= 1
    }
  }

  #refuseOnceEnded(): void {
    if (this.#ended) throw new Error('This unit of work is over: what it handed out cannot be used any more')
  }
}
