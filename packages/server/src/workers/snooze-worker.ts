import type { ChangeFeed, Clock, WakeSnoozedTickets } from '@textdesk/core'

interface Deps {
  readonly wakeSnoozedTickets: Pick<WakeSnoozedTickets, 'execute'>
  readonly changeFeed: ChangeFeed
  readonly clock: Clock
  /** Told of whatever went wrong; the snooze worker goes on by itself. */
  readonly onError: (error: unknown) => void
}

/** After a change: those that follow each other closely share a look. */
const GATHER_MS = 100
/** A look without any hint: hints may be lost, and clocks are set. */
const IDLE_MS = 15_000
const RETRY_MS = 1_000

/** Wakes snoozed tickets when their time comes, for as long as the process lives. */
export class SnoozeWorker {
  readonly #deps: Deps
  #unsubscribe: (() => void) | null = null
  #timer: NodeJS.Timeout | null = null
  #dueAt = 0
  #look: Promise<void> | null = null

  constructor(deps: Deps) {
    this.#deps = deps
  }

  start(): void {
    this.#unsubscribe ??= this.#deps.changeFeed.subscribe((changes) => {
      if (changes.some((change) => change.kind === 'ticket' && change.what === 'state')) this.#lookIn(GATHER_MS)
    })
    this.#lookIn(0)
  }

  async stop(): Promise<void> {
    this.#unsubscribe?.()
    this.#unsubscribe = null
    if (this.#timer) clearTimeout(this.#timer)
    await this.#look
  }

  /** The earliest look that was asked for counts. */
  #lookIn(delayMs: number): void {
    const dueAt = performance.now() + delayMs
    if (!this.#unsubscribe || (this.#timer && this.#dueAt <= dueAt)) return
    if (this.#timer) clearTimeout(this.#timer)
    this.#dueAt = dueAt
    this.#timer = setTimeout(() => {
      this.#timer = null
      this.#look = (this.#look ?? Promise.resolve()).then(() => this.#wake())
    }, delayMs)
  }

  /** Never rejects. */
  async #wake(): Promise<void> {
    try {
      const { nextAt } = await this.#deps.wakeSnoozedTickets.execute()
      const untilNext = nextAt === null ? IDLE_MS : Math.max(nextAt - this.#deps.clock.now(), 0)
      this.#lookIn(Math.min(untilNext, IDLE_MS))
    } catch (error) {
      this.#deps.onError(error)
      this.#lookIn(RETRY_MS)
    }
  }
}
