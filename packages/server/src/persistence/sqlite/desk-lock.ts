import Database from 'better-sqlite3'
import { keepToOwner, makePrivateFile } from './files/private-files.ts'

export class DeskInUseError extends Error {
  constructor(file: string) {
    super(`Another Textdesk process uses ${file}. Stop it first, or give this one a file of its own.`)
    this.name = 'DeskInUseError'
  }
}

/**
 * Keeps a second process off the desk's file. The lock is one of the operating system's, held through a database of its own
 * that never holds anything: it ends with the process, however that ends.
 * Nobody else can open that file, so nobody else can hold the lock.
 * @throws DeskInUseError
 */
export function lockDesk(file: string): { release(): void } {
  const path = `${file}.lock`
  makePrivateFile(path)
  keepToOwner(path)
  const lock = new Database(path, { timeout: 0 })
  try {
    lock.exec('begin exclusive')
  } catch (error) {
    lock.close()
    throw error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')
      ? new DeskInUseError(file)
      : error
  }
  return { release: () => lock.close() }
}
