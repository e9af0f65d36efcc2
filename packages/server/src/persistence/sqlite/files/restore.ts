import { copyFileSync, existsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { lockDesk } from '../desk-lock.ts'
import { isInUse } from '../examine.ts'
import { damageOf, holdsDesk } from '../integrity.ts'
import { refuseNewerDatabase } from '../migrate.ts'
import { copyDatabase } from './back-up.ts'
import { renameDurably } from './durable-files.ts'
import { filesOf, makePrivateFile, makePrivateFolder } from './private-files.ts'
import { refusalOf } from './refusal-of.ts'
import { StorageRefusal } from './storage-refusal.ts'
import { hasContent, keepsLog, removeDatabase, unfinishedDatabase } from './unfinished.ts'

export interface Restored {
  readonly tickets: number
  /** Texts that had not left when the copy was made, and that an agent has to decide about. */
  readonly uncertain: number
  /** The file was copied by hand, and no log lies beside it: had a desk run on it, its newest texts are not here. */
  readonly logMayBeMissing: boolean
}

/**
 * Makes a desk of a backup, in a place where none is. What waited to be sent may have been sent since the copy was made, so
 * it becomes uncertain: no machine sends it again. Sessions and one-time links end, since those that were ended after the
 * copy was made would be good again.
 * @throws StorageRefusal, DeskInUseError, DatabaseTooNewError. The place is then as it was.
 */
export function restoreDatabase(copy: string, file: string, now: number): Restored {
  requireFile(copy)
  try {
    makePrivateFolder(dirname(file))
    const lock = lockDesk(file)
    try {
      return restoreLocked(copy, file, now)
    } finally {
      removeDatabase(unfinishedDatabase(file))
      lock.release()
    }
  } catch (error) {
    throw refusalOf(error, file)
  }
}

function restoreLocked(copy: string, file: string, now: number): Restored {
  const unfinished = unfinishedDatabase(file)
  removeDatabase(unfinished)
  requireEmptyPlace(file)
  const logMayBeMissing = keepsLog(copy) && !hasContent(`${copy}-wal`)
  takeCopy(copy, unfinished)
  refuseNewerDatabase(unfinished, copy)
  const restored = prepare(unfinished, now)
  renameDurably(unfinished, file)
  return { ...restored, logMayBeMissing }
}

function requireFile(copy: string): void {
  const found = statSync(copy, { throwIfNoEntry: false })
  if (!found) throw new StorageRefusal(`There is no file ${copy}.`)
  if (!found.isFile()) throw new StorageRefusal(`${copy} is a folder. Name the backup's file.`)
  if (found.size === 0) throw new StorageRefusal(`${copy} is empty. Restore another backup.`)
  if (existsSync(`${copy}.lock`) && isInUse(copy))
    throw new StorageRefusal(`A desk runs on ${copy}. Stop it, or make a backup of it and restore that.`)
}

/** A log left behind by another database would be taken for this one's. */
function requireEmptyPlace(file: string): void {
  const [found] = filesOf(file)
  if (found === undefined) return
  throw new StorageRefusal(
    `There is a desk at ${file} already (${found}), and it was left as it is. ` +
      'Move it away, with its -wal and -shm files, or set DATABASE_URL to an empty place.',
  )
}

/** Also checks what came of it. */
function takeCopy(copy: string, target: string): void {
  try {
    makePrivateFile(target)
    if (hasContent(`${copy}-journal`)) copyCutOff(copy, target)
    else copyDatabase(copy, target)
    requireDesk(target, copy)
  } catch (error) {
    if (error instanceof Database.SqliteError)
      throw new StorageRefusal(`${copy} cannot be read as a backup of a desk: ${error.message}.`, error)
    throw error
  }
}

/** A copy taken in the middle of a write: SQLite undoes that from the journal, and must not do it in the backup itself. */
function copyCutOff(copy: string, target: string): void {
  for (const path of filesOf(copy)) {
    const ending = path.slice(copy.length)
    if (ending === '-shm') continue
    makePrivateFile(target + ending)
    copyFileSync(path, target + ending)
  }
}

function requireDesk(database: string, copy: string): void {
  const db = new Database(database)
  try {
    if (!holdsDesk(db)) throw new StorageRefusal(`${copy} is not a backup of a desk.`)
    const damage = damageOf(db)
    if (damage.length > 0) throw new StorageRefusal(`${copy} is damaged: ${damage.join('; ')}.`)
  } finally {
    db.close()
  }
}

function prepare(file: string, now: number): Omit<Restored, 'logMayBeMissing'> {
  const db = new Database(file)
  try {
    db.pragma('secure_delete = ON')
    const uncertain = db.transaction(() => {
      db.exec('delete from sessions; delete from invites')
      return db.prepare(LEAVE_TO_AGENTS).run(now).changes
    })()
    // In one file again, whatever mode the copy was in.
    db.pragma('journal_mode = DELETE')
    return { tickets: db.prepare<[], number>('select count(*) from tickets').pluck().get() ?? 0, uncertain }
  } finally {
    db.close()
  }
}

const LEAVE_TO_AGENTS = `update messages
  set delivery_state = 'uncertain', delivery_reason = 'restored', uncertain_since = ?,
    next_attempt_at = null, claim_token = null, lease_until = null
  where delivery_state in ('scheduled', 'queued', 'claimed', 'dispatching')`
