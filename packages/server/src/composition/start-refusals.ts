import { DatabaseRefusal } from '../persistence/database-refusal.ts'
import { DeskInUseError } from '../persistence/sqlite/desk-lock.ts'
import { StorageRefusal } from '../persistence/sqlite/files/storage-refusal.ts'
import { DatabaseTooNewError } from '../persistence/sqlite/migrate.ts'

/** The database refuses what was asked, and the message says why and what to do. */
export function isStartRefusal(error: unknown): error is Error {
  return [DatabaseRefusal, DeskInUseError, DatabaseTooNewError, StorageRefusal].some((kind) => error instanceof kind)
}
