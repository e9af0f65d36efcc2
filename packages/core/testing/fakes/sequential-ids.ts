import type { Ids } from '../../src/ports/platform/ids.ts'

/** UUIDs of version 7 that count up, so that they sort by the order they were made in. */
export class SequentialIds implements Ids {
  readonly #series: string
  #last = 0

  /** Ids of two series never meet. `series`: eight hexadecimal digits. */
  constructor(series = '01900000') {
    this.#series = series
  }

  uuid(): string {
    this.#last += 1
    return `${this.#series}-0000-7000-8000-${this.#last.toString(16).padStart(12, '0')}`
  }

  jitter(): number {
    return 0
  }
}
