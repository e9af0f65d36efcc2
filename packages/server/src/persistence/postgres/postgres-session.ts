import type { Change, ChangeRecorder } from '@textdesk/core'
import type { ClientBase, QueryResult } from 'pg'
import type { Query } from '../query.ts'
import { type QuerySession, UniqueViolation } from '../query-session.ts'
import { WorkLife } from '../work-life.ts'
import { isTwin } from './postgres-errors.ts'
import { preparedFor } from './prepared-queries.ts'

/** What one unit of work speaks to the database through. It ends with the unit of work, and says so to whoever kept it. */
export class PostgresSession implements QuerySession, ChangeRecorder {
  readonly changes: Change[] = []
  readonly #client: ClientBase
  readonly #life = new WorkLife()

  constructor(client: ClientBase) {
    this.#client = client
  }

  async all<Input, Row>(query: Query<Input, Row>, input: Input): Promise<Row[]> {
    const { rows } = await this.#ask(query, input)
    return rows as Row[]
  }

  async first<Input, Row>(query: Query<Input, Row>, input: Input): Promise<Row | undefined> {
    const { rows } = await this.#ask(query, input)
    return rows[0] as Row | undefined
  }

  /** In a savepoint of its own where a row may be there already: an error would end the whole transaction. */
  async run<Input>(query: Query<Input, unknown>, input: Input): Promise<number> {
    if (!query.mayCollide) return changedBy(await this.#ask(query, input))
    await this.#client.query('savepoint collision')
    try {
      const result = await this.#ask(query, input)
      await this.#client.query('release savepoint collision')
      return changedBy(result)
    } catch (error) {
      if (!isTwin(error)) throw error
      await this.#client.query('rollback to savepoint collision')
      throw new UniqueViolation(error)
    }
  }

  record(change: Change): void {
    this.#life.refuseOnceEnded()
    this.changes.push(change)
  }

  /**
   * Runs the unit of work on this session, which ends with it.
   * @throws when the unit of work settled before it had all its answers.
   */
  serve<T>(work: (session: PostgresSession) => Promise<T>): Promise<T> {
    return this.#life.lead(() => work(this))
  }

  #ask<Input>(query: Query<Input, unknown>, input: Input): Promise<QueryResult> {
    return this.#life.awaiting(() => this.#client.query(preparedFor(query, input)))
  }
}

function changedBy({ rowCount }: QueryResult): number {
  return rowCount ?? 0
}
