import { setTimeout as sleep } from 'node:timers/promises'

export interface DoorRecord {
  /** Of `/healthz`, which stores nothing. */
  readonly slowestHealthMs: number
  /** What `/readyz` said, in order, from the second second on: for one the desk may rely on what it found out before. */
  readonly readiness: readonly number[]
}

const HEALTH_EVERY_MS = 20
const READINESS_EVERY_MS = 250

/** Asks a desk all the time whether it lives, and whether it is ready. */
export class DoorWatch {
  readonly #url: string
  readonly #readiness: number[] = []
  readonly #asking: Promise<unknown>
  #slowestHealthMs = 0
  #stopped = false

  constructor(url: string) {
    this.#url = url
    this.#asking = Promise.all([this.#askHealth(), this.#askReadiness()])
  }

  async stop(): Promise<DoorRecord> {
    this.#stopped = true
    await this.#asking
    return { slowestHealthMs: this.#slowestHealthMs, readiness: this.#readiness }
  }

  async #askHealth(): Promise<void> {
    while (!this.#stopped) {
      const began = performance.now()
      await (await fetch(`${this.#url}/healthz`)).text()
      this.#slowestHealthMs = Math.max(this.#slowestHealthMs, performance.now() - began)
      await sleep(HEALTH_EVERY_MS)
    }
  }

  async #askReadiness(): Promise<void> {
    await sleep(1_000)
    while (!this.#stopped) {
      const { status } = await fetch(`${this.#url}/readyz`)
      if (!this.#stopped) this.#readiness.push(status)
      await sleep(READINESS_EVERY_MS)
    }
  }
}
