import { existsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { damageOf, holdsDesk } from '../integrity.ts'
import { nameDurably } from './durable-files.ts'
import { makePrivateFile } from './private-files.ts'
import { refusalOf } from './refusal-of.ts'
import { StorageRefusal } from './storage-refusal.ts'
import { removeAbandonedBackUps, removeDatabase, unfinishedBackUp } from './unfinished.ts'

/** A backup has time to wait for others. */
const PATIENCE_MS = 30_000

/**
 * Writes a copy of the database as it is at one moment, also while a desk writes to it. The copy gets its name only once it
 * is whole, checked and on disk; a file of that name is never replaced.
 * @returns its size
 * @throws StorageRefusal
 */
export function backUpDatabase(file: string, target: string): { bytes: number } {
  const folder = dirname(target)
  if (!existsSync(folder)) throw new StorageRefusal(`There is no folder ${folder}. Make it, or name another place.`)
  const unfinished = unfinishedBackUp(target)
  try {
    removeAbandonedBackUps(folder, Date.now())
    if (existsSync(target)) throw taken(target)
    removeDatabase(unfinished)
    makePrivateFile(unfinished)
    copyDatabase(file, unfinished)
    requireWhole(unfinished, file)
    if (!nameDurably(unfinished, target)) throw taken(target)
    return { bytes: statSync(target).size }
  } catch (error) {
    throw refusalOf(error, isAboutTarget(error) ? target : file, 'name another place')
  } finally {
    removeDatabase(unfinished)
  }
}

/** SQLite names no file. The database was there to be read; the copy needs room and a place. */
function isAboutTarget(error: unknown): boolean {
  return error instanceof Database.SqliteError && ['SQLITE_FULL', 'SQLITE_CANTOPEN'].includes(error.code)
}

function taken(target: string): StorageRefusal {
  return new StorageRefusal(`${target} is there already and was left as it is. Name a file that is not there yet.`)
}

/**
 * In one read transaction, so that writers go on and none of what they write meanwhile is in the copy. What stands in the log
 * beside the file is part of it.
 * @param target a file that is empty
 */
export function copyDatabase(file: string, target: string): void {
  const db = new Database(file, { readonly: true, fileMustExist: true, timeout: PATIENCE_MS })
  try {
    db.prepare('vacuum into ?').run(target)
  } finally {
    db.close()
  }
}

function requireWhole(copy: string, file: string): void {
  const db = new Database(copy, { readonly: true })
  try {
    if (!holdsDesk(db)) throw new StorageRefusal(`${file} holds no desk, so that no backup was kept.`)
    const damage = damageOf(db)
    if (damage.length > 0)
      throw new StorageRefusal(`The database is damaged, so that no backup was kept: ${damage.join('; ')}.`)
  } finally {
    db.close()
  }
}
