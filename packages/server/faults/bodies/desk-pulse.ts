import { setTimeout as sleep } from 'node:timers/promises'
import { residentMemory } from '../../bench/desk/resident-memory.ts'
import type { LiveDesk } from '../../test/support/live-desk.ts'
import { DESK_NUMBER } from '../../test/support/live-settings.ts'

const MEMORY_EVERY_MS = 100
const TEXT_EVERY_MS = 200
const MIB = 1024 * 1024

export interface Pulse {
  readonly beforeMib: number
  readonly mostMib: number
  readonly afterMib: number
  /** Well-behaved texts that came meanwhile. */
  readonly texts: number
  readonly slowestTextMs: number
  readonly refused: number
}

/** Watches how large a desk grows, and whether somebody who behaves well is served meanwhile. */
export class DeskPulse {
  readonly #desk: LiveDesk
  readonly #watching: Promise<unknown>
  readonly #before: number
  #most = 0
  #texts = 0
  #refused = 0
  #slowestTextMs = 0
  #stopped = false

  private constructor(desk: LiveDesk) {
    this.#desk = desk
    this.#before = residentMemory(desk.server.pid)
    this.#watching = Promise.all([this.#watchMemory(), this.#sendTexts()])
  }

  /** For as long as `work` takes. */
  static async during<T>(desk: LiveDesk, work: () => Promise<T>): Promise<{ result: T; pulse: Pulse }> {
    const watch = new DeskPulse(desk)
    try {
      const result = await work()
      return { result, pulse: await watch.#stop() }
    } finally {
      await watch.#stop()
    }
  }

  async #stop(): Promise<Pulse> {
    this.#stopped = true
    await this.#watching
    const [beforeMib, mostMib, afterMib] = [this.#before, this.#most, residentMemory(this.#desk.server.pid)].map(
      (bytes) => Math.round(bytes / MIB),
    ) as [number, number, number]
    return {
      ...{ beforeMib, mostMib, afterMib },
      ...{ texts: this.#texts, slowestTextMs: this.#slowestTextMs, refused: this.#refused },
    }
  }

  async #watchMemory(): Promise<void> {
    while (!this.#stopped) {
      this.#most = Math.max(this.#most, residentMemory(this.#desk.server.pid))
      await sleep(MEMORY_EVERY_MS)
    }
  }

  async #sendTexts(): Promise<void> {
    while (!this.#stopped) {
      const began = performance.now()
      const { status } = await this.#desk.webhooks.sendText({ from: '+12025550199', to: DESK_NUMBER, body: 'Well?' })
      this.#texts += 1
      this.#refused += status === 200 ? 0 : 1
      this.#slowestTextMs = Math.max(this.#slowestTextMs, performance.now() - began)
      await sleep(TEXT_EVERY_MS)
    }
  }
}
