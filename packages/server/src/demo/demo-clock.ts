import type { Clock } from '@textdesk/core'

/** Is moved through the week that the demo tells. */
export class DemoClock implements Clock {
  #now: number

  constructor(now: number) {
    this.#now = now
  }

  now(): number {
    return this.#now
  }

  /** Never back. */
  moveTo(moment: number): void {
    this.#now = Math.max(this.#now, moment)
  }
}
