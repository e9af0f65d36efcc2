import type { Writable } from 'node:stream'

/** A client with so much unread is gone or hopeless; it will come back and fetch everything again. */
const MOST_UNREAD_BYTES = 64 * 1024

/** One open `text/event-stream` of one agent's page. */
export class EventStream {
  readonly agentId: string
  readonly #response: Writable
  readonly #isStillAllowed: () => Promise<boolean>

  constructor(parts: { response: Writable; agentId: string; isStillAllowed: () => Promise<boolean> }) {
    this.agentId = parts.agentId
    this.#response = parts.response
    this.#isStillAllowed = parts.isStillAllowed
  }

  send(frame: Buffer): void {
    if (this.#response.destroyed) return
    if (this.#response.writableLength > MOST_UNREAD_BYTES) this.#response.destroy()
    else this.#response.write(frame)
  }

  /** Ends the stream unless the session behind it still holds. True while it does. */
  async recheck(): Promise<boolean> {
    // Storage trouble is no reason to throw everybody out: the next check comes soon.
    const allowed = await this.#isStillAllowed().catch(() => true)
    if (!allowed) this.end()
    return allowed
  }

  end(): void {
    this.#response.end()
  }
}
