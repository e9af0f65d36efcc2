import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import Database from 'better-sqlite3'
import { DatabaseRefusal } from '../database-refusal.ts'
import { lockDesk } from '../sqlite/desk-lock.ts'
import { refusalOf } from '../sqlite/files/refusal-of.ts'
import { holdsDesk } from '../sqlite/integrity.ts'
import { refuseNewerDatabase, stepsToCome } from '../sqlite/migrate.ts'
import { type SourceTable, sourceTables } from './source-tables.ts'

/** The desk that moves, only read. No desk runs on it meanwhile. */
export interface MoveSource {
  readonly db: Database.Database
  readonly tables: readonly SourceTable[]
  /** Tells it from every other desk. */
  readonly identity: string
  close(): void
}

/** @throws DatabaseRefusal, DeskInUseError, DatabaseTooNewError */
export function openMoveSource(file: string): MoveSource {
  try {
    return open(file)
  } catch (error) {
    throw refusalOf(error, file, 'check what stands after --from')
  }
}

function open(file: string): MoveSource {
  if (!existsSync(file)) throw new DatabaseRefusal(`There is no file ${file}. Check what stands after --from sqlite:`)
  const lock = lockDesk(file)
  const db = new Database(file, { readonly: true, fileMustExist: true })
  const close = () => {
    db.close()
    lock.release()
  }
  try {
    requireDesk(db, file)
    return { db, tables: sourceTables(db), identity: identityOf(db), close }
  } catch (error) {
    close()
    throw error
  }
}

function requireDesk(db: Database.Database, file: string): void {
  if (!holdsDesk(db)) throw new DatabaseRefusal(`${file} holds no desk. Check what stands after --from sqlite:`)
  refuseNewerDatabase(file)
  if (stepsToCome(db) > 0)
    throw new DatabaseRefusal(
      `${file} is from an older version of Textdesk. Start the desk on it once, which brings it up to date; stop it, ` +
        'then move it.',
    )
}

/** Every desk has a secret of its own. */
function identityOf(db: Database.Database): string {
  const secrets = db.prepare<[], Uint8Array>('select secret from desk_keys order by name').pluck().all()
  return createHash('sha256').update(Buffer.concat(secrets)).digest('hex')
}
