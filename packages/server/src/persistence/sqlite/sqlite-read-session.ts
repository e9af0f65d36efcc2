import type { Query } from '../query.ts'
import type { QuerySession } from '../query-session.ts'
import type { SqliteStatements } from './sqlite-statements.ts'

/** Reads what is committed. Each query stands alone, so that no read keeps the log from being checkpointed. */
export class SqliteReadSession implements Omit<QuerySession, 'run'> {
  readonly #statements: SqliteStatements

  constructor(statements: SqliteStatements) {
    this.#statements = statements
  }

  async all<Input, Row>(query: Query<Input, Row>, input: Input): Promise<Row[]> {
    return this.#statements.all(query, input)
  }

  async first<Input, Row>(query: Query<Input, Row>, input: Input): Promise<Row | undefined> {
    return this.#statements.first(query, input)
  }
}
