import type { Database } from 'better-sqlite3'
import type { SourceTable } from './source-tables.ts'

export type Value = string | number | null | Uint8Array
export type Row = Readonly<Record<string, Value>>

/**
 * All rows in the order of the key, so many at a time, from behind the one with this key; from the first where there is none.
 * Nothing is held open in between.
 */
export function* rowsAfter(
  db: Database,
  table: SourceTable,
  after: readonly Value[] | null,
  limit: number,
): Generator<Row[]> {
  const key = table.key.map(quoted).join()
  const select = `select ${table.columns.map(quoted).join()} from ${quoted(table.name)}`
  const first = db.prepare<unknown[], Row>(`${select} order by ${key} limit ?`)
  const beyond = `where (${key}) > (${table.key.map(() => '?').join()})`
  const next = db.prepare<unknown[], Row>(`${select} ${beyond} order by ${key} limit ?`)
  let rows = after === null ? first.all(limit) : next.all(...after, limit)
  for (let last = rows.at(-1); last; last = rows.at(-1)) {
    yield rows
    rows = next.all(...keyOf(table, last), limit)
  }
}

export function keyOf(table: SourceTable, row: Row): Value[] {
  return table.key.map((column) => row[column] ?? null)
}

export function quoted(name: string): string {
  return `"${name}"`
}
