import { readdirSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { DEFAULT_MIGRATION_TABLE } from 'kysely/migration'
import { holdsDesk } from '../integrity.ts'
import { StorageRefusal } from './storage-refusal.ts'
import { beginsLikeDatabase, hasContent } from './unfinished.ts'

/**
 * Looks, without writing, whether a desk may be opened or made here. What lost its content is not taken for a place where
 * none has been: SQLite would make an empty desk of it, and throw the log away that has the texts.
 * @throws StorageRefusal
 */
export function requireDeskPlace(file: string): void {
  const found = statSync(file, { throwIfNoEntry: false })
  if (found?.isDirectory()) throw new StorageRefusal(`${file} is a folder. Set DATABASE_URL to a file in it.`)
  const content = found ? contentOf(file) : 'nothing'
  if (content === 'something else')
    throw new StorageRefusal(`${file} is the database of another program. Set DATABASE_URL to another file.`)
  if (content === 'a desk') return
  requireNoLog(file, found === undefined ? 'is not there' : 'is empty')
  if (found) requireNoBackUpBeside(file)
}

/** For commands, which make no desk. @throws StorageRefusal */
export function requireDeskThere(file: string): void {
  const found = statSync(file, { throwIfNoEntry: false })
  if (found && (!found.isFile() || contentOf(file) !== 'nothing')) return
  throw new StorageRefusal(`There is no desk at ${file}. Set DATABASE_URL to its database.`)
}

function requireNoLog(file: string, what: string): void {
  if (!hasContent(`${file}-wal`)) return
  throw new StorageRefusal(
    `${file} ${what}, but ${file}-wal beside it holds texts of a desk. Nothing was changed. Put the database back where it ` +
      'belongs, or move the log away and restore the newest backup.',
  )
}

function requireNoBackUpBeside(file: string): void {
  const own = ['', '-wal', '-shm', '-journal', '.lock'].map((ending) => basename(file) + ending)
  const others = readdirSync(dirname(file)).filter((name) => !own.includes(name) && name !== 'demo.sqlite')
  const backUp = others.find((name) => isDesk(join(dirname(file), name)))
  if (backUp === undefined) return
  throw new StorageRefusal(
    `${file} is empty, and ${backUp} beside it is a backup. Nothing was changed. Remove the empty file; then restore the ` +
      'backup, or start again for a new desk.',
  )
}

function isDesk(path: string): boolean {
  try {
    return statSync(path).isFile() && beginsLikeDatabase(path) && contentOf(path) === 'a desk'
  } catch {
    return false
  }
}

function contentOf(file: string): 'nothing' | 'a desk' | 'something else' {
  // Opening an empty database makes SQLite remove the log beside it.
  if (statSync(file).size === 0) return 'nothing'
  const db = new Database(file, { readonly: true, fileMustExist: true })
  try {
    const tables = db.prepare<[], number>("select count(*) from sqlite_master where type = 'table'").pluck().get()
    if (tables === 0) return 'nothing'
    const migrated = db.prepare("select 1 from sqlite_master where type = 'table' and name = ?")
    return holdsDesk(db) || migrated.get(DEFAULT_MIGRATION_TABLE) ? 'a desk' : 'something else'
  } finally {
    db.close()
  }
}
