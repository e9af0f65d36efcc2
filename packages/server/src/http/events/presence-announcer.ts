import type { Viewer } from '../contract/events.ts'
import { eventFrame } from './event-frame.ts'
import type { Presence } from './presence.ts'

/** Between two batches: agents who walk through the list would flood every page otherwise. */
export const PRESENCE_GAP_MS = 250

/** Tells pages who looks at what: the first change at once, those that follow closely together. */
export class PresenceAnnouncer {
  readonly #presence: Presence
  readonly #send: (frame: Buffer) => void
  readonly #waiting = new Map<number, readonly Viewer[]>()
  readonly #unsubscribe: () => void
  #pause: NodeJS.Timeout | null = null

  constructor(presence: Presence, send: (frame: Buffer) => void) {
    this.#presence = presence
    this.#send = send
    this.#unsubscribe = presence.subscribe((number, viewers) => {
      this.#waiting.set(number, viewers)
      if (this.#pause === null) this.#flush()
    })
  }

  /** What a page that has just come needs to know. */
  snapshot(): Buffer {
    return framesOf(this.#presence.current())
  }

  close(): void {
    this.#unsubscribe()
    if (this.#pause) clearTimeout(this.#pause)
  }

  #flush(): void {
    this.#pause = null
    if (this.#waiting.size === 0) return
    this.#send(framesOf(this.#waiting))
    this.#waiting.clear()
    this.#pause = setTimeout(() => this.#flush(), PRESENCE_GAP_MS)
  }
}

function framesOf(tickets: ReadonlyMap<number, readonly Viewer[]>): Buffer {
  return Buffer.concat(
    [...tickets].map(([number, viewers]) => eventFrame({ event: 'presence', data: { number, viewers } })),
  )
}
