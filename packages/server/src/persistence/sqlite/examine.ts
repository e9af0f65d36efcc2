import { existsSync, statSync } from 'node:fs'
import Database from 'better-sqlite3'
import { openWriter } from './connections.ts'
import { DeskInUseError, lockDesk } from './desk-lock.ts'
import { damageOf, holdsDesk } from './integrity.ts'
import { stepsToCome } from './migrate.ts'

export interface Examination {
  readonly isDesk: boolean
  /** Empty when the file is whole. */
  readonly damage: readonly string[]
  readonly stepsToCome: number
  readonly journalMode: string
  readonly bytes: number
  readonly logBytes: number
  readonly tickets: number
  readonly owners: number
  /** When the newest message was stored, by the clock of then. */
  readonly newestAt: number | null
}

/** Reads the whole file, beside a running desk if need be. */
export function examineDatabase(file: string): Examination {
  const db = new Database(file, { readonly: true, fileMustExist: true, timeout: 10_000 })
  try {
    const isDesk = holdsDesk(db)
    const read = (query: string) => (isDesk ? (db.prepare<[], number | null>(query).pluck().get() ?? null) : null)
    return {
      isDesk,
      damage: damageOf(db),
      stepsToCome: stepsToCome(db),
      journalMode: String(db.pragma('journal_mode', { simple: true })),
      bytes: statSync(file).size,
      logBytes: existsSync(`${file}-wal`) ? statSync(`${file}-wal`).size : 0,
      tickets: read('select count(*) from tickets') ?? 0,
      owners: read("select count(*) from agents where role = 'owner' and disabled_at is null") ?? 0,
      newestAt: read('select max(at) from (select at from messages order by row desc limit 100)'),
    }
  } finally {
    db.close()
  }
}

/** The settings of the connection that writes, by name, where they are not what keeps texts safe. */
export function weakSettings(file: string): string[] {
  const db = openWriter(file)
  try {
    const value = (name: string) => Number(db.pragma(name, { simple: true }))
    const wanted = { synchronous: 2, foreign_keys: 1, secure_delete: 1 }
    return Object.entries(wanted).flatMap(([name, least]) => (value(name) === least ? [] : [name]))
  } finally {
    db.close()
  }
}

/** Whether a desk runs on the file. */
export function isInUse(file: string): boolean {
  try {
    lockDesk(file).release()
    return false
  } catch (error) {
    if (error instanceof DeskInUseError) return true
    throw error
  }
}
