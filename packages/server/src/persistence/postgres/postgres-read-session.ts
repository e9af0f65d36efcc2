import type { Pool } from 'pg'
import type { Query } from '../query.ts'
import type { QuerySession } from '../query-session.ts'
import { storageUnavailable } from '../storage-unavailable.ts'
import { isOutdatedPlan, isStorageFault } from './postgres-errors.ts'
import { prepareAnew, preparedFor } from './prepared-queries.ts'

/** Reads what is committed. Each query stands alone. */
export class PostgresReadSession implements Omit<QuerySession, 'run'> {
  readonly #pool: Pool

  constructor(pool: Pool) {
    this.#pool = pool
  }

  async all<Input, Row>(query: Query<Input, Row>, input: Input): Promise<Row[]> {
    try {
      return await this.#ask(query, input).catch((error) => {
        if (!isOutdatedPlan(error)) throw error
        prepareAnew()
        return this.#ask(query, input)
      })
    } catch (error) {
      throw isStorageFault(error) ? storageUnavailable(error) : error
    }
  }

  async first<Input, Row>(query: Query<Input, Row>, input: Input): Promise<Row | undefined> {
    return (await this.all(query, input))[0]
  }

  async #ask<Input, Row>(query: Query<Input, Row>, input: Input): Promise<Row[]> {
    return (await this.#pool.query(preparedFor(query, input))).rows as Row[]
  }
}
