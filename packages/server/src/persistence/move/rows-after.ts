import type { Database } from 'better-sqlite3'
import type { SourceTable } from './source-tables.ts'

export type Value = string | number | null | Uint8Array
export type Row = Readonly<Record<string, Value>>

/** The next rows in the order of the key, after the one with this key; from the first where there is none. */
export function rowsAfter(db: Database, table: SourceTable, after: readonly Value[] | null, limit: number): Row[] {
  const key = table.key.map(quoted).join()
  const beyond = after === null ? '' : `where (${key}) > (${table.key.map(() => '?').join()})`
  const sql = `select ${table.columns.map(quoted).join()} from ${quoted(table.name)} ${beyond} order by ${key} limit ?`
  return db.prepare<unknown[], Row>(sql).all(...(after ?? []), limit)
}

export function keyOf(table: SourceTable, row: Row): Value[] {
  return table.key.map((column) => row[column] ?? null)
}

export function quoted(name: string): string {
  return `"${name}"`
}
