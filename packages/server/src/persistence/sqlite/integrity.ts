import type { Database } from 'better-sqlite3'

/** What SQLite finds wrong with the file, a sentence each; empty when it is whole. Reads all of it. */
export function damageOf(db: Database): string[] {
  const found = db.prepare<[], string>('pragma integrity_check(10)').pluck().all()
  const orphans = db.prepare('pragma foreign_key_check').all().length
  const damage = found.filter((line) => line !== 'ok')
  return orphans === 0 ? damage : [...damage, `${orphans} rows refer to rows that are not there`]
}

/** Whether the tables are those of a desk. */
export function holdsDesk(db: Database): boolean {
  const tables = "select count(*) from sqlite_master where type = 'table' and name in ('tickets', 'messages', 'agents')"
  return db.prepare<[], number>(tables).pluck().get() === 3
}
