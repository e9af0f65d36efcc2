import type { Query } from './query.ts'

/** Where queries run: inside one unit of work, or on a connection that only reads. */
export interface QuerySession {
  all<Input, Row>(query: Query<Input, Row>, input: Input): Promise<Row[]>
  first<Input, Row>(query: Query<Input, Row>, input: Input): Promise<Row | undefined>
  /**
   * How many rows it changed.
   * @throws UniqueViolation when a row with these values exists.
   */
  run<Input>(query: Query<Input, unknown>, input: Input): Promise<number>
}

/** A database's own word for it, so that repositories need not know which database they speak to. */
export class UniqueViolation extends Error {
  constructor(cause: unknown) {
    super('There is such a row already', { cause })
    this.name = 'UniqueViolation'
  }
}

/** @throws when nothing was changed: saving what was never added is a mistake of the caller. */
export function expectOneRow(changed: number, what: string): void {
  if (changed !== 1) throw new Error(`Nothing stored to save over: ${what}`)
}
