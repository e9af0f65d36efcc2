import type { Pool } from 'pg'
import type { Query } from '../query.ts'
import type { QuerySession } from '../query-session.ts'
import { preparedFor } from './prepared-queries.ts'

/** Reads what is committed. Each query stands alone. */
export class PostgresReadSession implements Omit<QuerySession, 'run'> {
  readonly #pool: Pool

  constructor(pool: Pool) {
    this.#pool = pool
  }

  async all<Input, Row>(query: Query<Input, Row>, input: Input): Promise<Row[]> {
    const { rows } = await this.#pool.query(preparedFor(query, input))
    return rows as Row[]
  }

  async first<Input, Row>(query: Query<Input, Row>, input: Input): Promise<Row | undefined> {
    return (await this.all(query, input))[0]
  }
}
