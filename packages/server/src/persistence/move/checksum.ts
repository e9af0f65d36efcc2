import { createHash, type Hash } from 'node:crypto'
import { storable } from '../postgres/storable.ts'
import type { Row, Value } from './rows-after.ts'

/** Over all rows of a table in the order of its key: equal on both sides when every value is. */
export class Checksum {
  readonly #hash: Hash = createHash('sha256')
  #rows = 0

  add(columns: readonly string[], row: Row): void {
    this.#rows += 1
    this.#hash.update(`${JSON.stringify(columns.map((column) => plain(row[column] ?? null)))}\n`)
  }

  get rows(): number {
    return this.#rows
  }

  /** Ends it. */
  digest(): string {
    return this.#hash.digest('hex')
  }
}

/** As JSON that PostgreSQL reads back as the same value. */
export function plain(value: Value): string | number | null {
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString('hex')}`
  return storable(value) as string | number | null
}
