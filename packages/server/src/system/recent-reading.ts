import type { Clock } from '@textdesk/core'

/** Something that is slow to find out and need not be found out anew each time. Who asks at once waits for one answer. */
export class RecentReading<T> {
  readonly #read: () => Promise<T>
  readonly #keepMs: (reading: T) => number
  readonly #clock: Clock
  #pending: Promise<T> | null = null
  #last: { readonly reading: T; readonly until: number } | null = null

  /** `keepMs`: how long a reading is good for. */
  constructor(parts: { read: () => Promise<T>; keepMs: (reading: T) => number; clock: Clock }) {
    this.#read = parts.read
    this.#keepMs = parts.keepMs
    this.#clock = parts.clock
  }

  async read(): Promise<T> {
    if (this.#last && this.#clock.now() < this.#last.until) return this.#last.reading
    this.#pending ??= this.#renew().finally(() => {
      this.#pending = null
    })
    return this.#pending
  }

  async #renew(): Promise<T> {
    const reading = await this.#read()
    this.#last = { reading, until: this.#clock.now() + this.#keepMs(reading) }
    return reading
  }
}
