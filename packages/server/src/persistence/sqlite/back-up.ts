import { chmodSync, closeSync, existsSync, openSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { renameDurably } from './durable-files.ts'
import { damageOf } from './integrity.ts'
import { StorageRefusal } from './storage-refusal.ts'

/** A back-up has time to wait for others. */
const PATIENCE_MS = 30_000
/** Customers' texts are in it. */
const OWNER_ONLY = 0o600

/**
 * Writes a copy of the database as it is at one moment, also while a desk writes to it. The copy gets its name only once it
 * is whole, checked and on disk; a file of that name is never replaced.
 * @returns its size
 * @throws StorageRefusal
 */
export function backUpDatabase(file: string, target: string): { bytes: number } {
  reserve(target)
  const unfinished = `${target}.unfinished`
  try {
    rmSync(unfinished, { force: true })
    copyInto(file, unfinished)
    requireWhole(unfinished)
    chmodSync(unfinished, OWNER_ONLY)
    renameDurably(unfinished, target)
  } catch (error) {
    for (const path of [unfinished, target]) rmSync(path, { force: true })
    throw error
  }
  return { bytes: statSync(target).size }
}

/** Takes the name at once, so that two back-ups cannot both find it free. */
function reserve(target: string): void {
  if (!existsSync(dirname(target)))
    throw new StorageRefusal(`There is no folder ${dirname(target)}. Make it, or name another place.`)
  try {
    closeSync(openSync(target, 'wx', OWNER_ONLY))
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    throw new StorageRefusal(`${target} is there already and was left as it is. Name a file that is not there yet.`)
  }
}

function copyInto(file: string, target: string): void {
  const db = new Database(file, { readonly: true, fileMustExist: true, timeout: PATIENCE_MS })
  try {
    // One read transaction: writers go on, and none of what they write meanwhile is in the copy.
    db.prepare('vacuum into ?').run(target)
  } finally {
    db.close()
  }
}

function requireWhole(copy: string): void {
  const db = new Database(copy, { readonly: true })
  try {
    const damage = damageOf(db)
    if (damage.length > 0)
      throw new StorageRefusal(`The database is damaged, so that no back-up was kept: ${damage.join('; ')}.`)
  } finally {
    db.close()
  }
}
