import { readFileSync } from 'node:fs'

const TICK_MS = 5

/** How late the event loop of this process was, and how late the desk itself made it. */
export interface Lateness {
  /** At most, without the time that the process waited for a processor of a busy machine. */
  ownMs: number
  /** At most, all in all. */
  allMs: number
}

/** Looks every few milliseconds whether the event loop comes round. */
export class LoopWatch {
  readonly #worst: Lateness = { ownMs: 0, allMs: 0 }
  #at = 0
  #waited = 0

  start(): void {
    Object.assign(this.#worst, { ownMs: 0, allMs: 0 })
    const isNew = this.#at === 0
    this.#look()
    if (isNew) setInterval(() => this.#tick(), TICK_MS).unref()
  }

  get worst(): Lateness {
    return this.#worst
  }

  #tick(): void {
    const [before, waitedBefore] = [this.#at, this.#waited]
    this.#look()
    const late = this.#at - before - TICK_MS
    this.#worst.allMs = Math.max(this.#worst.allMs, late)
    this.#worst.ownMs = Math.max(this.#worst.ownMs, late - (this.#waited - waitedBefore))
  }

  #look(): void {
    this.#at = performance.now()
    this.#waited = waitedForProcessorMs()
  }
}

/** Of the thread that runs the event loop, since it began; Linux counts it, elsewhere it is taken for none. */
function waitedForProcessorMs(): number {
  try {
    return Number(readFileSync('/proc/self/schedstat', 'utf8').split(' ')[1]) / 1e6
  } catch {
    return 0
  }
}
