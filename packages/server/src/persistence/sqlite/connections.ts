import Database from 'better-sqlite3'

/** SQLite waits by holding the thread. While a desk is being opened nobody else needs it. */
const OPENING_PATIENCE_MS = 2_000
const READER_PATIENCE_MS = 100
/** Pages in the log before a commit moves them into the database. */
const CHECKPOINT_PAGES = 4_000
/** What the log may keep on disk once it is empty. */
const KEPT_LOG_BYTES = 16 * 1024 * 1024
const FULL = 2

/** The connection that writes. A commit on it is on disk when it returns. */
export function openWriter(file: string): Database.Database {
  const db = new Database(file, { timeout: OPENING_PATIENCE_MS })
  const mode = db.pragma('journal_mode = WAL', { simple: true })
  if (mode !== 'wal') throw new Error(`${file} is on a file system that cannot keep SQLite's write-ahead log`)
  db.pragma('synchronous = FULL')
  db.pragma('foreign_keys = ON')
  db.pragma('secure_delete = ON')
  // Every unit of work has a savepoint, and what it may have to undo would go through a file as soon as it passes 64 KB.
  db.pragma('temp_store = MEMORY')
  db.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`)
  db.pragma(`journal_size_limit = ${KEPT_LOG_BYTES}`)
  return db
}

/** The connection that fills screens: it sees committed rows only and cannot write. */
export function openReader(file: string): Database.Database {
  const db = new Database(file, { readonly: true, fileMustExist: true, timeout: READER_PATIENCE_MS })
  db.pragma('query_only = ON')
  return db
}

/** From now on a lock that another process holds is an error at once: whoever has patience tries again, and lets others run. */
export function stopWaiting(db: Database.Database): void {
  db.pragma('busy_timeout = 0')
}

/**
 * To be called after the first write: in WAL mode SQLite may fall back to NORMAL with it, and then a commit that was
 * answered for could be lost with the power.
 */
export function assertDurable(db: Database.Database): void {
  const level = db.pragma('synchronous', { simple: true })
  if (level !== FULL) throw new Error(`SQLite would not wait for the disk: synchronous is ${level} instead of ${FULL}`)
}
