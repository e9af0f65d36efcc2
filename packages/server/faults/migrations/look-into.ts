import Database from 'better-sqlite3'
import { damageOf } from '../../src/persistence/sqlite/integrity.ts'

export interface Look {
  readonly steps: readonly string[]
  /** Everything that was created, as SQL, but for the list of steps itself. */
  readonly schema: readonly string[]
  readonly damage: readonly string[]
  /** Of each table that people's work is in: its rows. */
  readonly rows: ReadonlyMap<string, readonly Row[]>
}

type Row = Readonly<Record<string, unknown>>

/** What is in a desk's file, as any version left it. */
export function lookInto(file: string): Look {
  const db = new Database(file)
  try {
    const objects = db
      .prepare<[], { name: string; type: string; sql: string | null }>(
        "select name, type, coalesce(sql, '') as sql from sqlite_master where name not like 'kysely_%' order by name",
      )
      .all()
      .filter(({ name }) => !name.includes('kysely_migration'))
    const hasSteps = db.prepare("select 1 from sqlite_master where name = 'kysely_migration'").get() !== undefined
    const tables = objects.filter(({ name, type }) => type === 'table' && !isDerived(name)).map(({ name }) => name)
    return {
      steps: hasSteps ? db.prepare<[], string>('select name from kysely_migration order by name').pluck().all() : [],
      schema: objects.map(({ name, sql }) => `${name}: ${sql}`),
      damage: damageOf(db),
      rows: new Map(tables.map((table) => [table, db.prepare<[], Row>(`select * from "${table}"`).all()])),
    }
  } finally {
    db.close()
  }
}

/** Tables with rows that are not there any more, or not as they were; columns that came later do not count. */
export function lostBetween(before: Look, after: Look): string[] {
  return [...before.rows].flatMap(([table, rows]) => {
    const columns = Object.keys(rows[0] ?? {})
    const kept = (after.rows.get(table) ?? []).map((row) => keyOf(row, columns))
    const lost = rows.filter((row) => !kept.includes(keyOf(row, columns)))
    return lost.length === 0 ? [] : [`${lost.length} of ${rows.length} rows of ${table} are not as they were`]
  })
}

function keyOf(row: Row, columns: readonly string[]): string {
  return JSON.stringify(columns.map((column) => row[column]))
}

/** SQLite's own tables, and the search index, which follows the texts. */
function isDerived(table: string): boolean {
  return table.startsWith('sqlite_') || table.includes('_search')
}
