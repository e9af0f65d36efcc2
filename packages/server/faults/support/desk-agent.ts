import { setTimeout as sleep } from 'node:timers/promises'
import type { Message, Timeline } from '../../src/http/contract/index.ts'

const OWNER = { name: 'Ana', email: 'ana@example.org', password: 'correct horse battery' }

const MOST_TRIES = 40
const BUSY_PAUSE_MS = 100

export interface AskedReply {
  readonly ticketNumber: number
  readonly body: string
  /** The same for every time it is asked for. */
  readonly key: string
  /** Skips the hold. */
  readonly sendNow: boolean
}

/** The owner of a desk in another process, at work through its API. */
export class DeskAgent {
  readonly #url: string
  #cookie = ''

  constructor(url: string) {
    this.#url = url
  }

  /** Makes the account on a new desk. */
  setUp(): Promise<void> {
    return this.#enter('/api/setup', OWNER)
  }

  signIn(): Promise<void> {
    return this.#enter('/api/session', { email: OWNER.email, password: OWNER.password })
  }

  /** Whether the desk took the reply; false too when nobody answered. */
  async reply({ ticketNumber, body, key, sendNow }: AskedReply): Promise<boolean> {
    const headers = { 'idempotency-key': key }
    const path = `/api/tickets/${ticketNumber}/replies`
    const response = await this.#send('POST', path, { body, sendNow }, headers).catch(() => null)
    // The answer counts once all of it has come.
    const whole = await response?.text().catch(() => null)
    return response?.status === 202 && typeof whole === 'string'
  }

  async messages(ticketNumber: number): Promise<Message[]> {
    const response = await this.#send('GET', `/api/tickets/${ticketNumber}/messages?limit=100`)
    if (!response.ok) throw new Error(`Ticket ${ticketNumber} was not shown: HTTP ${response.status}`)
    const { items } = (await response.json()) as Timeline
    return items.filter((item) => item.type === 'message')
  }

  async #enter(path: string, body: object): Promise<void> {
    const response = await this.#send('POST', path, body)
    const cookie = response.headers.getSetCookie()[0]?.split(';')[0]
    if (!cookie) throw new Error(`POST ${path} gave no session: HTTP ${response.status} ${await response.text()}`)
    await response.text()
    this.#cookie = cookie
  }

  /** Again while the desk is too busy, as one that has just started may be: nothing was done then. */
  async #send(method: string, path: string, body?: object, more: Record<string, string> = {}): Promise<Response> {
    const json = body && { 'content-type': 'application/json' }
    const headers = { cookie: this.#cookie, origin: this.#url, ...json, ...more }
    for (let tries = 1; ; tries += 1) {
      const response = await fetch(this.#url + path, { method, headers, ...(body && { body: JSON.stringify(body) }) })
      if (response.status !== 503 || tries === MOST_TRIES) return response
      await response.text()
      await sleep(BUSY_PAUSE_MS)
    }
  }
}
