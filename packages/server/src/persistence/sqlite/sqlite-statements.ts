import type { Database, Statement } from 'better-sqlite3'
import type { Query } from '../query.ts'
import { UniqueViolation } from '../query-session.ts'
import { sqliteCompiler } from './sqlite-compiler.ts'

interface Prepared {
  readonly statement: Statement
  readonly bind: (input: never) => unknown[]
}

/** The queries of one connection, each compiled and prepared once. */
export class SqliteStatements {
  readonly #db: Database
  readonly #prepared = new Map<unknown, Prepared>()

  constructor(db: Database) {
    this.#db = db
  }

  all<Input, Row>(query: Query<Input, Row>, input: Input): Row[] {
    const { statement, bind } = this.#prepare(query)
    return statement.all(bind(input as never)) as Row[]
  }

  first<Input, Row>(query: Query<Input, Row>, input: Input): Row | undefined {
    const { statement, bind } = this.#prepare(query)
    return statement.get(bind(input as never)) as Row | undefined
  }

  /** How many rows it changed. */
  run<Input>(query: Query<Input, unknown>, input: Input): number {
    const { statement, bind } = this.#prepare(query)
    try {
      return statement.run(bind(input as never)).changes
    } catch (error) {
      throw isUniqueViolation(error) ? new UniqueViolation(error) : error
    }
  }

  #prepare<Input>(query: Query<Input, unknown>): Prepared {
    const known = this.#prepared.get(query)
    if (known) return known
    const { sql, bind } = query.compile(sqliteCompiler)
    const prepared = { statement: this.#db.prepare(sql), bind }
    this.#prepared.set(query, prepared)
    return prepared
  }
}

function isUniqueViolation(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : null
  return code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY'
}
