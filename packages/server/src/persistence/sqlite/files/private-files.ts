import { chmodSync, closeSync, existsSync, mkdirSync, openSync, statSync } from 'node:fs'

/** Customers' texts and the desk's keys are in them. */
const OWNER_ONLY = 0o600
const FOLDER_OWNER_ONLY = 0o700
const ANYBODY_ELSE = 0o077

/** What SQLite keeps under a database's name. It gives each the mode of the database. */
const DATABASE_ENDINGS = ['', '-wal', '-shm', '-journal']

/** Only what is made here is closed to others: a folder that was there may be shared on purpose. */
export function makePrivateFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: FOLDER_OWNER_ONLY })
}

/** An empty file that never was anybody else's to read; SQLite takes it for a new database. One that is there stays as it is. */
export function makePrivateFile(path: string): void {
  if (existsSync(path)) return
  closeSync(openSync(path, 'a', OWNER_ONLY))
}

/** Where an older version, or a copy by hand, let others read or write the database. */
export function keepToOwner(database: string): void {
  for (const path of filesOf(database)) {
    if (!isOpenToOthers(path)) continue
    try {
      chmodSync(path, OWNER_ONLY)
    } catch {
      // It is somebody else's file; the doctor tells of it.
    }
  }
}

/** Always false on Windows, whose files have no such bits. */
export function isOpenToOthers(path: string, bits = ANYBODY_ELSE): boolean {
  if (process.platform === 'win32') return false
  return ((statSync(path, { throwIfNoEntry: false })?.mode ?? 0) & bits) !== 0
}

/** All that is there of a database. */
export function filesOf(database: string): string[] {
  return DATABASE_ENDINGS.map((ending) => database + ending).filter((path) => existsSync(path))
}
