import type { Change, ChangeFeed, TicketChange } from '@textdesk/core'
import { eventFrame, PING, RESET } from './event-frame.ts'
import type { EventStream } from './event-stream.ts'
import { HintBatcher } from './hint-batcher.ts'

export const PING_EVERY_MS = 15_000

/** Carries what changed on the desk to every open page. */
export class EventHub {
  readonly #streams = new Set<EventStream>()
  readonly #hints: HintBatcher
  readonly #unsubscribe: () => void
  readonly #ping: NodeJS.Timeout
  #closed = false

  constructor(changeFeed: ChangeFeed) {
    this.#hints = new HintBatcher({ send: (hints) => this.#announce(hints), overflow: () => this.#broadcast(RESET) })
    this.#unsubscribe = changeFeed.subscribe((changes) => this.#hear(changes))
    this.#ping = setInterval(() => this.#keepAlive(), PING_EVERY_MS)
  }

  /** The stream first hears that it should fetch everything: it may have missed some. */
  add(stream: EventStream): void {
    if (this.#closed) {
      stream.end()
    } else {
      this.#streams.add(stream)
      stream.send(RESET)
    }
  }

  remove(stream: EventStream): void {
    this.#streams.delete(stream)
  }

  get size(): number {
    return this.#streams.size
  }

  close(): void {
    this.#closed = true
    clearInterval(this.#ping)
    this.#unsubscribe()
    this.#hints.close()
    for (const stream of this.#streams) stream.end()
    this.#streams.clear()
  }

  #hear(changes: readonly Change[]): void {
    const tickets: [number, TicketChange][] = []
    for (const change of changes) {
      if (change.kind === 'ticket') tickets.push([change.ticketNumber, change.what])
      else if (change.kind === 'agent') this.#recheck(change.agentId)
      else this.#broadcast(RESET)
    }
    if (tickets.length > 0 && this.#streams.size > 0) this.#hints.add(tickets)
  }

  #announce(hints: ReadonlyMap<number, TicketChange>): void {
    const frames = [...hints].map(([number, what]) => eventFrame({ event: 'ticket', data: { number, what } }))
    this.#broadcast(Buffer.concat(frames))
  }

  #broadcast(frame: Buffer): void {
    for (const stream of this.#streams) stream.send(frame)
  }

  #recheck(agentId: string): void {
    for (const stream of this.#streams) {
      if (stream.agentId === agentId) void stream.recheck().then((allowed) => allowed && stream.send(RESET))
    }
  }

  #keepAlive(): void {
    for (const stream of this.#streams) {
      stream.send(PING)
      void stream.recheck()
    }
  }
}
