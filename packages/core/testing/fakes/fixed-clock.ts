import type { Clock } from '../../src/ports/platform/clock.ts'

/** Where the clocks of tests and builders start: Monday, 5 January 2026, 09:00 UTC. */
export const START = Date.UTC(2026, 0, 5, 9)

/** Stands still until it is moved. */
export class FixedClock implements Clock {
  #now: number

  constructor(now: number = START) {
    this.#now = now
  }

  now(): number {
    return this.#now
  }

  /** Moves on by so many milliseconds and returns the new time. */
  advance(ms: number): number {
    this.#now += ms
    return this.#now
  }

  set(now: number): void {
    this.#now = now
  }
}
