import { closeSync, openSync, writeSync } from 'node:fs'

export const CLOCK_FILE_BYTES = 16

/** How far the clocks of several servers are ahead of this computer's; they follow at once. */
export class SharedClock {
  readonly file: string
  readonly #descriptor: number
  #aheadMs = 0

  constructor(file: string) {
    this.file = file
    this.#descriptor = openSync(file, 'w')
    this.advance(0)
  }

  get aheadMs(): number {
    return this.#aheadMs
  }

  advance(byMs: number): void {
    this.#aheadMs += byMs
    // All of it in one go: somebody may read at any time.
    writeSync(this.#descriptor, String(this.#aheadMs).padStart(CLOCK_FILE_BYTES, '0'), 0)
  }

  close(): void {
    closeSync(this.#descriptor)
  }
}
