import { closeSync, openSync, readSync } from 'node:fs'
import { endianness } from 'node:os'

/**
 * Reads from outside what a desk does to its file. Positions are those of SQLite's file format (sqlite.org/walformat.html):
 * the log counts how often it was begun anew, the index beside it counts transactions.
 */
export class WriteAheadLog {
  readonly #file: string

  constructor(databaseFile: string) {
    this.#file = databaseFile
  }

  /** How often the log was written from its beginning again: each time, a checkpoint had emptied it. */
  checkpoints(): number {
    return readBytes(`${this.#file}-wal`, 12).readUInt32BE()
  }

  /** Wraps around at 2^32. */
  commits(): number {
    const bytes = readBytes(`${this.#file}-shm`, 8)
    return endianness() === 'LE' ? bytes.readUInt32LE() : bytes.readUInt32BE()
  }
}

function readBytes(file: string, position: number): Buffer {
  const bytes = Buffer.alloc(4)
  const handle = openSync(file, 'r')
  try {
    readSync(handle, bytes, 0, bytes.length, position)
    return bytes
  } finally {
    closeSync(handle)
  }
}
