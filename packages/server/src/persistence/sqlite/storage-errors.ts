import { storageUnavailable } from '../storage-unavailable.ts'
import { WorkTooSlow } from './work-watch.ts'

/** What SQLite says when the disk, the file or the memory is at fault, rather than the statement. */
const STORAGE_CODES = [
  'SQLITE_BUSY',
  'SQLITE_CANTOPEN',
  'SQLITE_CORRUPT',
  'SQLITE_FULL',
  'SQLITE_IOERR',
  'SQLITE_LOCKED',
  'SQLITE_NOMEM',
  'SQLITE_NOTADB',
  'SQLITE_PROTOCOL',
  'SQLITE_READONLY',
]

/** What the caller of a unit of work gets to see. */
export function outcomeOfError(error: unknown): unknown {
  return isStorageFault(error) || error instanceof WorkTooSlow ? storageUnavailable(error) : error
}

function isStorageFault(error: unknown): boolean {
  if (!(error instanceof Error && 'code' in error)) return false
  const code = String(error.code)
  return STORAGE_CODES.some((known) => code === known || code.startsWith(`${known}_`))
}
