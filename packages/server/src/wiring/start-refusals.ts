import { DeskInUseError } from '../persistence/sqlite/desk-lock.ts'
import { DatabaseTooNewError } from '../persistence/sqlite/migrate.ts'

/** The database refuses to be opened, and its message says why and what to do. */
export function isStartRefusal(error: unknown): error is Error {
  return error instanceof DeskInUseError || error instanceof DatabaseTooNewError
}
