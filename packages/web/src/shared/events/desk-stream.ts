import type { DeskEvent } from '@textdesk/server/contract'

/** The server pings every 15 s; two missed pings and some slack mean that nobody is there. */
const SILENCE_MS = 35_000
const FIRST_DELAY_MS = 1000
const LONGEST_DELAY_MS = 30_000

export type StreamState = 'connecting' | 'open' | 'broken' | 'stopped'

export interface StreamListener {
  ticket(number: number): void
  /** All that is on screen may be stale. The server says so first thing on every connection. */
  reset(): void
  state(state: StreamState): void
}

export interface StreamDeps {
  readonly listener: StreamListener
  /** EventSource hides why it failed, so the session is asked for; false ends the stream. */
  readonly isSignedIn: () => Promise<boolean>
  readonly open?: (url: string) => EventSource
  readonly random?: () => number
}

/** The one event stream of this page: it reconnects for ever, with growing and scattered pauses. */
export class DeskStream {
  readonly #deps: StreamDeps
  #source: EventSource | null = null
  #watchdog: ReturnType<typeof setTimeout> | undefined
  #retry: ReturnType<typeof setTimeout> | undefined
  #failures = 0

  constructor(deps: StreamDeps) {
    this.#deps = deps
  }

  start(): void {
    this.stop()
    this.#connect()
  }

  stop(): void {
    this.#failures = 0
    this.#hangUp()
    this.#deps.listener.state('stopped')
  }

  /** Tries at once, e.g. because the computer came back online. */
  retryNow(): void {
    if (this.#retry !== undefined) this.#connect()
  }

  #connect(): void {
    this.#hangUp()
    if (this.#failures === 0) this.#deps.listener.state('connecting')
    const source = (this.#deps.open ?? ((url) => new EventSource(url)))('/api/events')
    this.#source = source
    this.#watch()
    source.addEventListener('open', () => this.#opened())
    source.addEventListener('error', () => void this.#failed(source))
    source.addEventListener('ping' satisfies DeskEvent['event'], () => this.#watch())
    source.addEventListener('reset' satisfies DeskEvent['event'], () => this.#heard(() => this.#deps.listener.reset()))
    source.addEventListener('ticket' satisfies DeskEvent['event'], (event) => {
      const { number } = JSON.parse(event.data) as { number: number }
      this.#heard(() => this.#deps.listener.ticket(number))
    })
  }

  #opened(): void {
    this.#failures = 0
    this.#watch()
    this.#deps.listener.state('open')
  }

  #heard(tell: () => void): void {
    this.#watch()
    tell()
  }

  #watch(): void {
    clearTimeout(this.#watchdog)
    const source = this.#source
    this.#watchdog = setTimeout(() => source && void this.#failed(source), SILENCE_MS)
  }

  async #failed(source: EventSource): Promise<void> {
    if (source !== this.#source) return
    this.#hangUp()
    this.#failures += 1
    this.#deps.listener.state('broken')
    // A pause that is set before the question: whatever the answer, or none, the stream is tried again.
    this.#retry = setTimeout(() => this.#connect(), this.#pause())
    const retry = this.#retry
    if ((await this.#deps.isSignedIn()) || this.#retry !== retry) return
    this.stop()
  }

  #pause(): number {
    const ceiling = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (this.#failures - 1))
    return ceiling / 2 + ((this.#deps.random ?? Math.random)() * ceiling) / 2
  }

  #hangUp(): void {
    clearTimeout(this.#watchdog)
    clearTimeout(this.#retry)
    this.#retry = undefined
    this.#source?.close()
    this.#source = null
  }
}
