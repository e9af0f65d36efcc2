import type { Query } from './query.ts'

/**
 * Remembers rows as they were read or written in this unit of work, so that saving one writes only the columns that
 * differ: every column named in an update costs the indexes that hold it, changed or not.
 */
export class RowMemory<Key, Row extends object> {
  readonly #fields: readonly (keyof Row & string)[]
  readonly #rows = new Map<Key, Row>()

  constructor(fields: readonly (keyof Row & string)[]) {
    this.#fields = fields
  }

  remember(key: Key, row: Row): void {
    this.#rows.set(key, row)
  }

  /** All of them for a row that was never read. */
  changedFields(key: Key, row: Row): readonly (keyof Row & string)[] {
    const before = this.#rows.get(key)
    return before === undefined ? this.#fields : this.#fields.filter((field) => row[field] !== before[field])
  }
}

/** One query per set of columns that is ever saved together. */
export class QueriesByFields<Input, Field extends string> {
  readonly #build: (fields: readonly Field[]) => Query<Input, unknown>
  readonly #queries = new Map<string, Query<Input, unknown>>()

  constructor(build: (fields: readonly Field[]) => Query<Input, unknown>) {
    this.#build = build
  }

  of(fields: readonly Field[]): Query<Input, unknown> {
    const key = fields.join()
    const known = this.#queries.get(key)
    if (known) return known
    const built = this.#build(fields)
    this.#queries.set(key, built)
    return built
  }
}
