import { setTimeout as sleep } from 'node:timers/promises'
import type { EventReader } from '../../test/support/event-reader.ts'

interface Look {
  /** When the answer had come, of `performance.now()`. */
  readonly at: number
  readonly askedAt: number
  /** Of `/readyz`; 0: no answer at all. */
  readonly status: number
}

const LOOK_EVERY_MS = 50
const WAIT_FOR_MS = 30_000

/** Asks a server all the time whether it is ready, and counts how often its pages were told to fetch everything again. */
export class ServerWatch {
  readonly looks: Look[] = []
  readonly #url: string
  readonly #page: EventReader
  readonly #looking: Promise<void>
  #stopped = false

  constructor(url: string, page: EventReader) {
    this.#url = url
    this.#page = page
    this.#looking = this.#lookOn()
  }

  get resets(): number {
    return this.#page.events.filter(({ event }) => event === 'reset').length
  }

  /** Milliseconds from a moment to the first answer that was not "ready"; null when there was none so far. */
  notReadyAfter(since: number): number | null {
    const look = this.looks.find(({ at, status }) => at >= since && status !== 200)
    return look ? look.at - since : null
  }

  /**
   * Milliseconds from a moment to the answer "ready" to a question that was asked after it and after every other answer
   * so far.
   */
  async readyAfter(since: number): Promise<number> {
    const deadline = performance.now() + WAIT_FOR_MS
    for (;;) {
      const last = this.looks.at(-1)
      if (last && last.askedAt >= since && last.status === 200) return this.#firstOfThese(since).at - since
      if (performance.now() > deadline) return Number.POSITIVE_INFINITY
      await sleep(LOOK_EVERY_MS)
    }
  }

  async stop(): Promise<void> {
    this.#stopped = true
    await this.#looking
    this.#page.close()
  }

  /** Of the answers "ready" that nothing else followed. */
  #firstOfThese(since: number): Look {
    const after = this.looks.filter(({ askedAt }) => askedAt >= since)
    return after[after.findLastIndex(({ status }) => status !== 200) + 1] as Look
  }

  async #lookOn(): Promise<void> {
    while (!this.#stopped) {
      const askedAt = performance.now()
      const status = await fetch(`${this.#url}/readyz`).then(
        async (response) => {
          await response.text()
          return response.status
        },
        () => 0,
      )
      this.looks.push({ at: performance.now(), askedAt, status })
      await sleep(LOOK_EVERY_MS)
    }
  }
}
