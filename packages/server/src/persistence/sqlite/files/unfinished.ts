import { closeSync, lstatSync, openSync, readdirSync, readSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { filesOf } from './private-files.ts'

const ENDING = '.unfinished'
/** Nothing that is still being written rests for so long. */
const ABANDONED_MS = 3_600_000
const SQLITE_MAGIC = 'SQLite format 3\0'

/** Where a copy of this process lies until it is whole. */
export function unfinishedBackUp(target: string): string {
  return `${target}.${process.pid}${ENDING}`
}

/** Where a database of the desk's own place lies until it is whole. Whoever writes there holds the desk's lock. */
export function unfinishedDatabase(file: string): string {
  return file + ENDING
}

export function removeDatabase(file: string): void {
  for (const path of filesOf(file)) rmSync(path, { force: true })
}

/** Removes from a folder what backups of this user left there when they were killed. */
export function removeAbandonedBackUps(folder: string, now: number): void {
  for (const name of readdirSync(folder)) {
    if (!name.endsWith(ENDING)) continue
    const path = join(folder, name)
    if (!isAbandoned(path, now)) continue
    removeDatabase(path)
    // An earlier version took the name with an empty file at once.
    const named = path.slice(0, -ENDING.length)
    if (statSync(named, { throwIfNoEntry: false })?.size === 0) rmSync(named)
  }
}

function isAbandoned(path: string, now: number): boolean {
  const found = lstatSync(path, { throwIfNoEntry: false })
  if (!found?.isFile() || now - found.mtimeMs < ABANDONED_MS) return false
  const isOwn = process.getuid === undefined || found.uid === process.getuid()
  return isOwn && (found.size === 0 || beginsLikeDatabase(path))
}

export function hasContent(path: string): boolean {
  return (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > 0
}

export function beginsLikeDatabase(path: string): boolean {
  return firstBytes(path, SQLITE_MAGIC.length).toString('latin1') === SQLITE_MAGIC
}

/** Whether whoever wrote the database last kept a log beside it. */
export function keepsLog(database: string): boolean {
  const WRITE_VERSION = 18
  return firstBytes(database, WRITE_VERSION + 1)[WRITE_VERSION] === 2
}

function firstBytes(path: string, count: number): Buffer {
  const bytes = Buffer.alloc(count)
  const file = openSync(path, 'r')
  try {
    return bytes.subarray(0, readSync(file, bytes, 0, count, 0))
  } finally {
    closeSync(file)
  }
}
