import Database from 'better-sqlite3'

/** From the file itself, past any desk. */
export function readRows(file: string, query: string, ...values: string[]): unknown[][] {
  const db = new Database(file, { readonly: true })
  try {
    return db
      .prepare<string[], unknown[]>(query)
      .raw()
      .all(...values)
  } finally {
    db.close()
  }
}

/** The first column. */
export function readColumn(file: string, query: string, ...values: string[]): string[] {
  return readRows(file, query, ...values).map(([value]) => String(value))
}
