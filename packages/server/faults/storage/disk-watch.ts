import { type FileHandle, open } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'

const EVERY_MS = 20

/** Writes a page to the disk all the time, beside the desk, and sees how long that takes. */
export class DiskWatch {
  readonly #writing: Promise<void>
  #slowestMs = 0
  #stopped = false

  constructor(file: string) {
    this.#writing = open(file, 'w').then((handle) => this.#write(handle))
  }

  /** Resolves with the milliseconds of the slowest fsync. */
  async stop(): Promise<number> {
    this.#stopped = true
    await this.#writing
    return this.#slowestMs
  }

  async #write(file: FileHandle): Promise<void> {
    const page = Buffer.alloc(4_096, 1)
    while (!this.#stopped) {
      await file.write(page, 0, page.length, 0)
      const began = performance.now()
      await file.sync()
      this.#slowestMs = Math.max(this.#slowestMs, performance.now() - began)
      await sleep(EVERY_MS)
    }
    await file.close()
  }
}
