import { closeSync, fsyncSync, openSync, renameSync } from 'node:fs'
import { dirname } from 'node:path'

/** Gives a finished file its name, and returns once both are on disk. Replaces what had that name. */
export function renameDurably(from: string, to: string): void {
  syncToDisk(from, 'r+')
  renameSync(from, to)
  // Windows cannot wait for a folder.
  if (process.platform !== 'win32') syncToDisk(dirname(to), 'r')
}

function syncToDisk(path: string, flags: string): void {
  const file = openSync(path, flags)
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
