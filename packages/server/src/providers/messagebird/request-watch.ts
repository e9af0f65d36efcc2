import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { ClientRequest, IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import { TLSSocket } from 'node:tls'
import type { SendEvidence } from './send-outcomes.ts'

const CREATED = 'http.client.request.created'

/**
 * Sees what the SDK hides of its request: the HTTP status, and whether a connection stood before it failed. Node announces
 * each new request on a diagnostics channel; the SDK makes its own synchronously, so the one heard during `during` is it.
 * If none is heard, the evidence says that bytes may have left, which is the safe side.
 */
export class RequestWatch {
  #request: ClientRequest | null = null
  #connected = true
  #status: number | null = null
  #retryAfterMs: number | null = null

  during(start: () => void): void {
    const listener = (event: unknown): void => this.#adopt((event as { request: ClientRequest }).request)
    subscribe(CREATED, listener)
    try {
      start()
    } finally {
      unsubscribe(CREATED, listener)
    }
  }

  evidence(): SendEvidence {
    return { connected: this.#connected, status: this.#status, retryAfterMs: this.#retryAfterMs }
  }

  abandon(): void {
    this.#request?.destroy()
  }

  #adopt(request: ClientRequest): void {
    this.#request = request
    this.#connected = false
    // A kept connection may die just as the next text leaves on it, and nobody could tell whether that text arrived.
    request.setHeader('Connection', 'close')
    request.once('socket', (socket) => this.#watchConnection(socket))
    request.once('response', (response) => this.#noteAnswer(response))
  }

  #watchConnection(socket: Socket): void {
    const connected = (): void => {
      this.#connected = true
    }
    if (!isPending(socket)) connected()
    else socket.once(socket instanceof TLSSocket ? 'secureConnect' : 'connect', connected)
  }

  #noteAnswer(response: IncomingMessage): void {
    this.#connected = true
    this.#status = response.statusCode ?? null
    this.#retryAfterMs = readRetryAfter(response.headers['retry-after'])
  }
}

/** Through a proxy the TCP connection stands already while the TLS one is being made. */
function isPending(socket: Socket & { readonly secureConnecting?: boolean }): boolean {
  return socket.connecting || socket.secureConnecting === true
}

/** However long a provider wants to be left alone, it is asked again after that: the word may be a slip. */
const MAX_WAIT_MS = 3_600_000

/** Seconds or an HTTP date (RFC 9110, 10.2.3). */
function readRetryAfter(header: string | undefined): number | null {
  if (header === undefined) return null
  const wait = /^\d{1,6}$/.test(header) ? Number(header) * 1_000 : Date.parse(header) - Date.now()
  return Number.isNaN(wait) ? null : Math.min(Math.max(0, wait), MAX_WAIT_MS)
}
