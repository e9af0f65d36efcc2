import { closeSync, existsSync, fsyncSync, linkSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'

/** Gives a finished file its name, and returns once both are on disk. Replaces what had that name. */
export function renameDurably(from: string, to: string): void {
  syncToDisk(from, 'r+')
  renameSync(from, to)
  syncFolder(to)
}

/** The same, but replaces nothing. @returns false when the name is taken, and the file then keeps the one it has. */
export function nameDurably(from: string, to: string): boolean {
  syncToDisk(from, 'r+')
  if (!takeName(from, to)) return false
  syncFolder(to)
  return true
}

/** A second name is given or refused in one step; some file systems know none. */
function takeName(from: string, to: string): boolean {
  try {
    linkSync(from, to)
    rmSync(from)
    return true
  } catch (error) {
    if (existsSync(to)) return false
    if (!(error instanceof Error && 'code' in error && error.code !== 'ENOENT')) throw error
    renameSync(from, to)
    return true
  }
}

function syncFolder(path: string): void {
  // Windows cannot wait for a folder.
  if (process.platform !== 'win32') syncToDisk(dirname(path), 'r')
}

function syncToDisk(path: string, flags: string): void {
  const file = openSync(path, flags)
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
