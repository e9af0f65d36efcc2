import type { Database } from 'better-sqlite3'

/** One table of the desk as the file has it. */
export interface SourceTable {
  readonly name: string
  readonly columns: readonly string[]
  /** What rows are read in the order of, and told apart by. */
  readonly key: readonly string[]
}

/** Made by each database for itself. */
const OWN = /^(sqlite_|kysely_|search_progress$|message_search|contact_search)/

/** Every table that holds something of the desk, those first that others refer to. */
export function sourceTables(db: Database): SourceTable[] {
  const names = db
    .prepare<[], string>("select name from sqlite_schema where type = 'table' order by name")
    .pluck()
    .all()
  const left = names.filter((name) => !OWN.test(name))
  const sorted: string[] = []
  while (left.length > 0) {
    const next = left.findIndex((name) =>
      referredToBy(db, name).every((other) => other === name || !left.includes(other)),
    )
    if (next < 0) throw new Error(`These tables refer to each other in a circle: ${left.join(', ')}`)
    sorted.push(...left.splice(next, 1))
  }
  return sorted.map((name) => describe(db, name))
}

function referredToBy(db: Database, table: string): string[] {
  return db.prepare<[string], string>('select "table" from pragma_foreign_key_list(?)').pluck().all(table)
}

function describe(db: Database, name: string): SourceTable {
  const columns = db
    .prepare<[string], { name: string; pk: number }>('select name, pk from pragma_table_info(?)')
    .all(name)
  const key = columns.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk)
  if (key.length === 0) throw new Error(`${name} has no primary key to be read by`)
  return { name, columns: columns.map((column) => column.name), key: key.map((column) => column.name) }
}
