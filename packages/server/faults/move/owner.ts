import { setTimeout as sleep } from 'node:timers/promises'

const OWNER = { name: 'Ana', email: 'ana@example.org', password: 'correct horse battery' }
const MAX_TRIES = 40
const BUSY_PAUSE_MS = 100

/** The owner of a desk in another process, through its API. Every refusal is an error. */
export class Owner {
  readonly #url: string
  #cookie = ''

  private constructor(url: string) {
    this.#url = url
  }

  /** Makes the account on a new desk. */
  static async setUp(url: string, code: string): Promise<Owner> {
    return new Owner(url).#enter('/api/setup', { ...OWNER, code })
  }

  static async signIn(url: string): Promise<Owner> {
    return new Owner(url).#enter('/api/session', { email: OWNER.email, password: OWNER.password })
  }

  async ask(method: string, path: string, body?: object): Promise<string> {
    const response = await this.#send(method, path, body)
    const answer = await response.text()
    if (!response.ok) throw new Error(`${method} ${path} was answered ${response.status}: ${answer}`)
    return answer
  }

  async #enter(path: string, body: object): Promise<this> {
    const response = await this.#send('POST', path, body)
    const cookie = response.headers.getSetCookie()[0]?.split(';')[0]
    const answer = await response.text()
    if (!cookie) throw new Error(`POST ${path} gave no session: HTTP ${response.status} ${answer}`)
    this.#cookie = cookie
    return this
  }

  /** Again while the desk is too busy, as one that has just started may be: nothing was done then. */
  async #send(method: string, path: string, body?: object): Promise<Response> {
    const json = body && { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() }
    const headers = { cookie: this.#cookie, origin: this.#url, ...json }
    for (let tries = 1; ; tries += 1) {
      const response = await fetch(this.#url + path, { method, headers, ...(body && { body: JSON.stringify(body) }) })
      if (response.status !== 503 || tries === MAX_TRIES) return response
      await response.text()
      await sleep(BUSY_PAUSE_MS)
    }
  }
}
