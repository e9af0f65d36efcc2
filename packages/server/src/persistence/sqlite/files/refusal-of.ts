import { dirname } from 'node:path'
import { StorageRefusal } from './storage-refusal.ts'

/**
 * The sentence for what the disk or SQLite says of a database's file; what nobody foresaw is returned as it is.
 * @param elsewhere completes "Give this user the right to, or ..."
 */
export function refusalOf(error: unknown, file: string, elsewhere = 'set DATABASE_URL to another place'): unknown {
  if (!(error instanceof Error && 'code' in error)) return error
  const code = String(error.code)
  const path = 'path' in error ? String(error.path) : file
  const unwritable = (what: string) => `This user may not write ${what}. Give this user the right to, or ${elsewhere}.`
  const sentence =
    aboutDatabase({ code, file, message: error.message, unwritable }) ?? aboutDisk(code, path, unwritable)
  return sentence === null ? error : new StorageRefusal(sentence, error)
}

interface Trouble {
  readonly code: string
  readonly file: string
  readonly message: string
  readonly unwritable: (what: string) => string
}

function aboutDatabase({ code, file, message, unwritable }: Trouble): string | null {
  const kind = /^SQLITE_[A-Z]+/.exec(code)?.[0]
  switch (kind) {
    case 'SQLITE_NOTADB':
      return (
        `${file} is not a database: it is damaged, or another program's. ` +
        'If it was a desk, keep it and restore the newest backup; else set DATABASE_URL to another file.'
      )
    case 'SQLITE_CORRUPT':
      return `The database ${file} is damaged (${message}). Keep its files, and restore the newest backup: docs/operations.md says how.`
    case 'SQLITE_CANTOPEN':
    case 'SQLITE_READONLY':
    case 'SQLITE_PERM':
      return unwritable(`${file} and the files beside it`)
    case 'SQLITE_FULL':
      return `The disk of ${file} is full. Make room, then try again.`
    case 'SQLITE_BUSY':
      return `Another program holds ${file}. End it, then try again; \`fuser ${file}\` names it.`
    case 'SQLITE_IOERR':
      return `The disk does not let ${file} be read or written (${message}). Look at the disk, then try again.`
    default:
      return null
  }
}

function aboutDisk(code: string, path: string, unwritable: (what: string) => string): string | null {
  switch (code) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return unwritable(path)
    case 'EEXIST':
    case 'ENOTDIR':
      return `${code === 'EEXIST' ? path : dirname(path)} is not a folder. Set DATABASE_URL to a file in a folder.`
    case 'ENOSPC':
    case 'EDQUOT':
      return `There is no room for ${path}. Make some, then try again.`
    case 'ENAMETOOLONG':
      return `${path} is too long a name. Choose a shorter one.`
    default:
      return null
  }
}
