import { frozenCopy } from './frozen.ts'

/** Rows by key, in the order they were added. It keeps values: a change without a `put` is never stored. */
export class MemoryTable<Key, Row> {
  readonly #rows: Map<Key, Row>

  constructor(from?: MemoryTable<Key, Row>) {
    this.#rows = new Map(from ? from.#rows : [])
  }

  get size(): number {
    return this.#rows.size
  }

  get(key: Key): Row | null {
    return this.#rows.get(key) ?? null
  }

  has(key: Key): boolean {
    return this.#rows.has(key)
  }

  put(key: Key, row: Row): void {
    this.#rows.set(key, frozenCopy(row))
  }

  /** @throws when there is no such row, as a missing insert is a mistake of the caller. */
  replace(key: Key, row: Row): void {
    if (!this.#rows.has(key)) throw new Error(`Nothing stored under ${key} to save over`)
    this.put(key, row)
  }

  remove(key: Key): boolean {
    return this.#rows.delete(key)
  }

  removeWhere(matches: (row: Row) => boolean): void {
    for (const [key, row] of this.#rows) if (matches(row)) this.#rows.delete(key)
  }

  find(matches: (row: Row) => boolean): Row | null {
    for (const row of this.#rows.values()) if (matches(row)) return row
    return null
  }

  all(): Row[] {
    return [...this.#rows.values()]
  }

  where(matches: (row: Row) => boolean): Row[] {
    return this.all().filter(matches)
  }
}
