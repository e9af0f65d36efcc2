import { stat, statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Storage, StorageUse } from '@textdesk/core'

/** The database file with SQLite's log beside it, and the disk they lie on. */
export class FileStorage implements Storage {
  readonly #file: string

  constructor(file: string) {
    this.#file = file
  }

  async read(): Promise<StorageUse> {
    const [database, log] = await Promise.all([sizeOf(this.#file), sizeOf(`${this.#file}-wal`)])
    return { databaseBytes: database + log, disk: await readDisk(dirname(this.#file)) }
  }
}

async function sizeOf(file: string): Promise<number> {
  return stat(file).then(
    ({ size }) => size,
    () => 0,
  )
}

/** Null where the file system does not say. What only root could still use does not count as free. */
async function readDisk(folder: string): Promise<StorageUse['disk']> {
  try {
    const { bavail, blocks, bsize } = await statfs(folder)
    return blocks > 0 ? { freeBytes: bavail * bsize, totalBytes: blocks * bsize } : null
  } catch {
    return null
  }
}
