import { chmodSync, copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { lockDesk } from './desk-lock.ts'
import { renameDurably } from './durable-files.ts'
import { damageOf, holdsDesk } from './integrity.ts'
import { refuseNewerDatabase } from './migrate.ts'
import { StorageRefusal } from './storage-refusal.ts'

export interface Restored {
  readonly tickets: number
  /** Texts that had not left when the copy was made, and that an agent has to decide about. */
  readonly uncertain: number
}

/**
 * Makes a desk of a back-up, in a place where none is. What waited to be sent may have been sent since the copy was made, so
 * it becomes uncertain: no machine sends it again. Sessions and one-time links end, since those that were ended after the
 * copy was made would be good again.
 * @throws StorageRefusal, DeskInUseError, DatabaseTooNewError. The place is then as it was.
 */
export function restoreDatabase(copy: string, file: string, now: number): Restored {
  if (!existsSync(copy)) throw new StorageRefusal(`There is no file ${copy}.`)
  mkdirSync(dirname(file), { recursive: true })
  const lock = lockDesk(file)
  const unfinished = `${file}.unfinished`
  try {
    requireEmptyPlace(file)
    requireDesk(copy)
    refuseNewerDatabase(copy)
    copyFileSync(copy, unfinished)
    chmodSync(unfinished, 0o600)
    const restored = prepare(unfinished, now)
    renameDurably(unfinished, file)
    return restored
  } finally {
    rmSync(unfinished, { force: true })
    lock.release()
  }
}

/** A log left behind by another database would be taken for this one's. */
function requireEmptyPlace(file: string): void {
  const found = ['', '-wal', '-shm'].map((ending) => file + ending).find((path) => existsSync(path))
  if (found === undefined) return
  throw new StorageRefusal(
    `There is a desk at ${file} already (${found}), and it was left as it is. ` +
      'Move it away, with its -wal and -shm files, or set DATABASE_URL to an empty place.',
  )
}

function requireDesk(copy: string): void {
  try {
    const db = new Database(copy, { readonly: true })
    try {
      if (!holdsDesk(db)) throw new StorageRefusal(`${copy} is not a back-up of a desk.`)
      const damage = damageOf(db)
      if (damage.length > 0) throw new StorageRefusal(`${copy} is damaged: ${damage.join('; ')}.`)
    } finally {
      db.close()
    }
  } catch (error) {
    if (error instanceof Database.SqliteError)
      throw new StorageRefusal(`${copy} cannot be read as a back-up of a desk: ${error.message}.`)
    throw error
  }
}

function prepare(file: string, now: number): Restored {
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
