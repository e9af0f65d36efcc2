import type { EventStream } from './event-stream.ts'

/** A page has one stream for all its tabs, so that this is many browsers' worth. */
const MAX_STREAMS = 20

/** The open streams of one session: whether it still holds is asked once for all of them. */
export class SessionStreams {
  readonly agentId: string
  /** The oldest first. */
  readonly #streams = new Set<EventStream>()

  constructor(agentId: string) {
    this.agentId = agentId
  }

  get size(): number {
    return this.#streams.size
  }

  /** One too many cuts the oldest: whoever lost a connection and came back would be refused because of those it left behind. */
  add(stream: EventStream): void {
    for (const oldest of this.#streams) {
      if (this.#streams.size < MAX_STREAMS) break
      this.#streams.delete(oldest)
      oldest.cut()
    }
    this.#streams.add(stream)
  }

  remove(stream: EventStream): void {
    this.#streams.delete(stream)
  }

  send(frame: Buffer): void {
    for (const stream of this.#streams) stream.send(frame)
  }

  /** Ends the streams, with this as the last word, unless the session still holds. True while it does. */
  async recheck(lastWord?: Buffer): Promise<boolean> {
    const [any] = this.#streams
    const isAllowed = any === undefined || (await any.isAllowed())
    if (!isAllowed) {
      if (lastWord) this.send(lastWord)
      this.end()
    }
    return isAllowed
  }

  end(): void {
    for (const stream of this.#streams) stream.end()
    this.#streams.clear()
  }
}
