import type { DeskEvent } from '@textdesk/server/contract'
import { DeskStream, MAX_DELAY_MS, type StreamDeps, type StreamState } from './desk-stream.ts'
import { RememberedPresence } from './remembered-presence.ts'
import type { Said } from './said.ts'

const NAME = 'textdesk.events'
/** Longer than the tab with the stream is ever silent, be it pinged or between two tries. */
const SILENCE_MS = 2 * MAX_DELAY_MS + 15_000

type Locks = Pick<LockManager, 'request'>
type Channel = Pick<BroadcastChannel, 'postMessage' | 'close' | 'onmessage'>

export interface SharedStreamDeps extends StreamDeps {
  /** Null where the browser has none: then every tab has a stream of its own. */
  readonly locks: Locks | null
  readonly openChannel: (name: string) => Channel
}

/**
 * One event stream for all tabs of a browser, because a browser opens only six connections to a host. The tab that gets the
 * lock holds the stream and passes on what it hears; when it closes, the lock goes to the next one.
 */
export class SharedStream {
  readonly #deps: SharedStreamDeps
  readonly #stream: DeskStream
  readonly #presence = new RememberedPresence()
  #channel: Channel | null = null
  #turn: AbortController | null = null
  #release: (() => void) | null = null
  #state: StreamState = 'stopped'
  #silence: ReturnType<typeof setTimeout> | undefined

  constructor(deps: SharedStreamDeps) {
    this.#deps = deps
    const listener = { event: this.#pass.bind(this), state: this.#passState.bind(this) }
    this.#stream = new DeskStream({ ...deps, listener })
  }

  start(): void {
    this.stop()
    if (!this.#deps.locks) {
      this.#stream.start()
      return
    }
    this.#channel = this.#deps.openChannel(NAME)
    this.#channel.onmessage = ({ data }: MessageEvent<Said>) => this.#hear(data)
    this.#change('connecting')
    this.#say({ kind: 'hello' })
    this.#follow(this.#deps.locks)
  }

  stop(): void {
    clearTimeout(this.#silence)
    this.#turn?.abort()
    this.#turn = null
    this.#stream.stop()
    this.#release?.()
    this.#release = null
    this.#channel?.close()
    this.#channel = null
  }

  retryNow(): void {
    this.#stream.retryNow()
  }

  lost(): void {
    this.#stream.lost()
  }

  /** Waits for its turn. A tab that went silent without closing loses the lock to one that listens. */
  #follow(locks: Locks, steal = false): void {
    this.#turn?.abort()
    const turn = new AbortController()
    this.#turn = turn
    this.#watch()
    // The lock manager takes either a signal or a theft.
    locks
      .request(NAME, steal ? { steal } : { signal: turn.signal }, () =>
        turn.signal.aborted ? undefined : this.#lead(),
      )
      .catch(() => this.#turn === turn && this.#stepBack(locks))
  }

  #lead(): Promise<void> {
    clearTimeout(this.#silence)
    return new Promise((resolve) => {
      this.#release = resolve
      this.#stream.start()
    })
  }

  /** Another tab took the lock, believing that this one is gone. */
  #stepBack(locks: Locks): void {
    this.#release = null
    this.#stream.stop()
    this.#follow(locks)
  }

  #watch(): void {
    clearTimeout(this.#silence)
    this.#silence = setTimeout(() => this.#deps.locks && this.#follow(this.#deps.locks, true), SILENCE_MS)
  }

  #hear(said: Said): void {
    if (this.#release) {
      if (said.kind === 'hello') this.#welcome()
      return
    }
    if (said.kind === 'hello') return
    this.#watch()
    if (said.kind === 'event') this.#deps.listener.event(said.event)
    else this.#hearState(said.state)
  }

  /** How things stand, for a tab that joins. The others know; hearing it again does no harm. */
  #welcome(): void {
    this.#say({ kind: 'state', state: this.#state })
    for (const event of this.#presence.told()) this.#say({ kind: 'event', event })
  }

  #hearState(state: StreamState): void {
    const joins = this.#state === 'connecting' && state === 'open'
    this.#change(state)
    // What happened between loading the page and joining was told to the others only.
    if (joins) this.#deps.listener.event({ event: 'reset', data: {} })
  }

  #pass(event: DeskEvent): void {
    this.#presence.hear(event)
    this.#deps.listener.event(event)
    this.#say({ kind: 'event', event })
  }

  #passState(state: StreamState): void {
    this.#change(state)
    // Each tab finds out for itself that the session is over.
    if (state !== 'stopped' && state !== 'connecting') this.#say({ kind: 'state', state })
  }

  #change(state: StreamState): void {
    this.#state = state
    this.#deps.listener.state(state)
  }

  #say(said: Said): void {
    this.#channel?.postMessage(said)
  }
}
