import type { Writable } from 'node:stream'

/** A client with so much unread is gone or hopeless; it will come back and fetch everything again. */
const MAX_UNREAD_BYTES = 64 * 1024
/** So is one that has had something unread for so long. Pings see to it that this is noticed. */
const MAX_UNREAD_MS = 30_000

interface Parts {
  readonly response: Writable
  readonly agentId: string
  /** The same for all streams of a session. */
  readonly sessionId: string
  readonly isStillAllowed: () => Promise<boolean>
}

/** One open `text/event-stream` of one agent's page. */
export class EventStream {
  readonly agentId: string
  readonly sessionId: string
  readonly #response: Writable
  readonly #isStillAllowed: () => Promise<boolean>
  #unreadSince: number | null = null

  constructor(parts: Parts) {
    this.agentId = parts.agentId
    this.sessionId = parts.sessionId
    this.#response = parts.response
    this.#isStillAllowed = parts.isStillAllowed
  }

  send(frame: Buffer): void {
    if (this.#response.destroyed) return
    if (this.#isHopeless()) this.cut()
    else this.#response.write(frame)
  }

  /** Whether the session behind it still holds. Storage trouble is no reason to throw everybody out: the next check comes soon. */
  isAllowed(): Promise<boolean> {
    return this.#isStillAllowed().catch(() => true)
  }

  end(): void {
    this.#response.end()
  }

  /** Without waiting for a client that may not be there any more. */
  cut(): void {
    this.#response.destroy()
  }

  #isHopeless(): boolean {
    const { writableLength } = this.#response
    const now = performance.now()
    this.#unreadSince = writableLength === 0 ? null : (this.#unreadSince ?? now)
    return writableLength > MAX_UNREAD_BYTES || now - (this.#unreadSince ?? now) >= MAX_UNREAD_MS
  }
}
