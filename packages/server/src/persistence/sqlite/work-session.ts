import type { Change, ChangeRecorder } from '@textdesk/core'
import type { Database } from 'better-sqlite3'
import type { Query } from '../query.ts'
import type { QuerySession } from '../query-session.ts'
import { WorkLife } from '../work-life.ts'
import type { SqliteStatements } from './sqlite-statements.ts'

/** What one unit of work speaks to the database through. It ends with the unit of work, and says so to whoever kept it. */
export class WorkSession implements QuerySession, ChangeRecorder {
  readonly changes: Change[] = []
  readonly #db: Database
  readonly #statements: SqliteStatements
  readonly #life = new WorkLife()
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
    this.#life.refuseOnceEnded()
    this.changes.push(change)
  }

  /**
   * Runs the unit of work on this session, which ends with it.
   * @throws when the unit of work settled before it had all its answers.
   */
  serve<T>(work: (session: WorkSession) => Promise<T>): Promise<T> {
    return this.#life.lead(() => work(this))
  }

  end(): void {
    this.#life.end()
  }

  #answer<T>(execute: () => T): Promise<T> {
    return this.#life.awaiting(() => this.#answerLate(execute))
  }

  /** Some turns late, as a database across the network would, so that a missing await shows here too. */
  async #answerLate<T>(execute: () => T): Promise<T> {
    if (this.#lost !== null) throw this.#lost
    try {
      const answer = execute()
      await null
      await null
      return answer
    } catch (error) {
      // Without a transaction every further statement would commit by itself.
      if (!this.#db.inTransaction) this.#lost = error
      throw error
    }
  }
}
