import type { DeskEvent } from '@textdesk/server/contract'
import { eventNames } from './event-names.ts'

/** The server pings every 15 s; two missed pings and some slack mean that nobody is there. */
const SILENCE_MS = 35_000
const FIRST_DELAY_MS = 1000
export const MAX_DELAY_MS = 30_000
/** So many failures in a row, and the page asks by itself until the stream is back. */
const PATIENCE = 3
const POLL_MS = 10_000

/** `polling`: no stream, but the desk answers, so everything is fetched every 10 s. */
export type StreamState = 'connecting' | 'open' | 'broken' | 'polling' | 'stopped'

export interface StreamListener {
  event(event: DeskEvent): void
  state(state: StreamState): void
}

/** `unanswered` says nothing about being signed in. */
export type SessionAnswer = 'in' | 'out' | 'unanswered'

export interface StreamDeps {
  readonly listener: StreamListener
  /** EventSource hides why it failed, so the session is asked for; `out` ends the stream. */
  readonly askSession: () => Promise<SessionAnswer>
  readonly open?: (url: string) => EventSource
  readonly random?: () => number
}

/** A connection to the desk's events: it reconnects for ever, with growing and scattered pauses. */
export class DeskStream {
  readonly #deps: StreamDeps
  #source: EventSource | null = null
  #watchdog: ReturnType<typeof setTimeout> | undefined
  #retry: ReturnType<typeof setTimeout> | undefined
  #poll: ReturnType<typeof setInterval> | undefined
  #isPolled = false
  #failures = 0

  constructor(deps: StreamDeps) {
    this.#deps = deps
  }

  start(): void {
    this.stop()
    this.#deps.listener.state('connecting')
    this.#connect()
  }

  stop(): void {
    this.#failures = 0
    this.#hangUp()
    this.#endPolling()
    this.#deps.listener.state('stopped')
  }

  retryNow(): void {
    if (this.#retry !== undefined) this.#connect()
  }

  /** The computer went offline: no need to wait for the silence to tell. */
  lost(): void {
    if (this.#source) void this.#failed(this.#source)
  }

  #connect(): void {
    this.#hangUp()
    const source = (this.#deps.open ?? ((url) => new EventSource(url)))('/api/events')
    this.#source = source
    this.#watch()
    source.addEventListener('open', () => this.#opened())
    source.addEventListener('error', () => void this.#failed(source))
    for (const name of eventNames) source.addEventListener(name, ({ data }) => this.#heard(name, data))
  }

  #opened(): void {
    this.#failures = 0
    this.#endPolling()
    this.#watch()
    this.#deps.listener.state('open')
  }

  #heard(event: DeskEvent['event'], data: string): void {
    this.#watch()
    this.#deps.listener.event({ event, data: JSON.parse(data) } as DeskEvent)
  }

  #watch(): void {
    clearTimeout(this.#watchdog)
    this.#watchdog = setTimeout(() => this.lost(), SILENCE_MS)
  }

  async #failed(source: EventSource): Promise<void> {
    if (source !== this.#source) return
    this.#hangUp()
    this.#failures += 1
    if (!this.#isPolled) this.#deps.listener.state('broken')
    // A pause that is set before the question: whatever the answer, or none, the stream is tried again.
    const retry = setTimeout(() => this.#connect(), this.#pause())
    this.#retry = retry
    if (this.#failures >= PATIENCE) return this.#startPolling()
    if ((await this.#deps.askSession()) === 'out' && this.#retry === retry) this.stop()
  }

  #startPolling(): void {
    if (this.#poll !== undefined) return
    this.#poll = setInterval(() => void this.#ask(), POLL_MS)
    void this.#ask()
  }

  async #ask(): Promise<void> {
    const poll = this.#poll
    const answer = await this.#deps.askSession()
    if (this.#poll !== poll) return
    if (answer === 'out') return this.stop()
    const isBack = answer === 'in' && !this.#isPolled
    this.#isPolled = answer === 'in'
    this.#deps.listener.state(this.#isPolled ? 'polling' : 'broken')
    if (this.#isPolled) this.#deps.listener.event({ event: 'reset', data: {} })
    // Who answers may well have a stream to give: no need to sit out a long pause.
    if (isBack) this.retryNow()
  }

  #endPolling(): void {
    clearInterval(this.#poll)
    this.#poll = undefined
    this.#isPolled = false
  }

  #pause(): number {
    const ceiling = Math.min(MAX_DELAY_MS, FIRST_DELAY_MS * 2 ** (this.#failures - 1))
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
