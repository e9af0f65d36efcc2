import { createHash, randomUUID } from 'node:crypto'
import type { Clock } from '@textdesk/core'
import { createSigner } from 'fast-jwt'

/** A request to the desk's own webhooks, ready to be injected. */
export interface SimulatedRequest {
  readonly method: 'GET' | 'POST'
  /** The path and query. */
  readonly url: string
  readonly headers: Record<string, string>
  readonly payload?: string
}

const VALID_SECONDS = 60

/** Calls the desk the way MessageBird does, signature included, with a key that only this process knows. */
export class SimulatedWebhooks {
  readonly key: string
  readonly #publicUrl: string
  readonly #clock: Clock
  readonly #sign: (claims: Record<string, unknown>) => string

  constructor(parts: { publicUrl: string; key: string; clock: Clock }) {
    this.key = parts.key
    this.#publicUrl = parts.publicUrl
    this.#clock = parts.clock
    this.#sign = createSigner({ key: parts.key, algorithm: 'HS256', noTimestamp: true })
  }

  /** A phone (E.164) texts one of the desk's numbers. */
  text({ from, to, body }: { from: string; to: string; body: string }): SimulatedRequest {
    const fields = { message_id: randomUUID(), originator: from, recipient: to, payload: body }
    return this.#post('/webhook', new URLSearchParams(fields).toString())
  }

  /** The network reports what became of a text. */
  report(fields: Record<string, string>): SimulatedRequest {
    const url = `/webhooks/messagebird/status?${new URLSearchParams(fields)}`
    return { method: 'GET', url, headers: this.#headers(url, null) }
  }

  #post(url: string, payload: string): SimulatedRequest {
    const headers = { 'content-type': 'application/x-www-form-urlencoded', ...this.#headers(url, payload) }
    return { method: 'POST', url, payload, headers }
  }

  #headers(url: string, payload: string | null): Record<string, string> {
    const seconds = Math.floor(this.#clock.now() / 1_000)
    const claims = {
      iss: 'MessageBird',
      nbf: seconds,
      exp: seconds + VALID_SECONDS,
      jti: randomUUID(),
      url_hash: sha256(this.#publicUrl + url),
      ...(payload === null ? {} : { payload_hash: sha256(payload) }),
    }
    return { 'messagebird-signature-jwt': this.#sign(claims) }
  }
}

function sha256(content: string): string {
  return createHash('sha256').update(content).digest('hex')
}
