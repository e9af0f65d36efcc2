import { setTimeout as sleep } from 'node:timers/promises'
import type { Message, Timeline } from '../../src/http/contract/index.ts'

const OWNER = { name: 'Ana', email: 'ana@example.org', password: 'correct horse battery' }

const MAX_TRIES = 40
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

  /** Of the session. */
  get cookie(): string {
    return this.#cookie
  }

  /** Makes the account on a new desk. */
  setUp(code: string): Promise<void> {
    return this.#enter('/api/setup', { ...OWNER, code })
  }

  signIn(): Promise<void> {
    return this.#enter('/api/session', { email: OWNER.email, password: OWNER.password })
  }

  /** Whether the desk took the reply; false too when nobody answered. */
  async reply(reply: AskedReply): Promise<boolean> {
    const response = await this.#patiently(() => this.#askFor(reply)).catch(() => null)
    // The answer counts once all of it has come.
    const whole = await response?.text().catch(() => null)
    return response?.status === 202 && typeof whole === 'string'
  }

  /** The status of the one answer. Rejects when there was no connection, or none that lasted. */
  async replyOnce(reply: AskedReply): Promise<number> {
    const response = await this.#askFor(reply)
    await response.text()
    return response.status
  }

  async messages(ticketNumber: number): Promise<Message[]> {
    const path = `/api/tickets/${ticketNumber}/messages?limit=100`
    const response = await this.#patiently(() => this.#send('GET', path))
    if (!response.ok) throw new Error(`Ticket ${ticketNumber} was not shown: HTTP ${response.status}`)
    const { items } = (await response.json()) as Timeline
    return items.filter((item) => item.type === 'message')
  }

  async #enter(path: string, body: object): Promise<void> {
    const response = await this.#patiently(() => this.#send('POST', path, body))
    const cookie = response.headers.getSetCookie()[0]?.split(';')[0]
    if (!cookie) throw new Error(`POST ${path} gave no session: HTTP ${response.status} ${await response.text()}`)
    await response.text()
    this.#cookie = cookie
  }

  #askFor({ ticketNumber, body, key, sendNow }: AskedReply): Promise<Response> {
    const headers = { 'idempotency-key': key }
    return this.#send('POST', `/api/tickets/${ticketNumber}/replies`, { body, sendNow }, headers)
  }

  #send(method: string, path: string, body?: object, more: Record<string, string> = {}): Promise<Response> {
    const json = body && { 'content-type': 'application/json' }
    const headers = { cookie: this.#cookie, origin: this.#url, ...json, ...more }
    return fetch(this.#url + path, { method, headers, ...(body && { body: JSON.stringify(body) }) })
  }

  /** Again while the desk is too busy, as one that has just started may be: nothing was done then. */
  async #patiently(ask: () => Promise<Response>): Promise<Response> {
    for (let tries = 1; ; tries += 1) {
      const response = await ask()
      if (response.status !== 503 || tries === MAX_TRIES) return response
      await response.text()
      await sleep(BUSY_PAUSE_MS)
    }
  }
}
