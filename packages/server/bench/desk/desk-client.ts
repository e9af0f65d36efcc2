import { Agent, type IncomingMessage, request } from 'node:http'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'

const OWNER = { name: 'Ana', email: 'ana@example.org', password: 'correct horse battery' }
const MAX_TRIES = 20
const BUSY_PAUSE_MS = 250

interface Over {
  readonly agent: Agent
  readonly cookie: string
}

/** An agent's browser: one session over one connection that stays open. */
export class DeskClient {
  readonly #url: string
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 })
  #cookie = ''

  constructor(url: string) {
    this.#url = url
  }

  /** Makes the owner's account on a new desk. */
  async setUp(code: string): Promise<void> {
    await this.#enter('/api/setup', { ...OWNER, code })
  }

  async signIn(): Promise<void> {
    await this.#enter('/api/session', { email: OWNER.email, password: OWNER.password })
  }

  /** Milliseconds until the last byte of the answer. */
  async time(path: string): Promise<number> {
    const started = performance.now()
    await this.read(path)
    return performance.now() - started
  }

  async read(path: string): Promise<string> {
    const response = await this.#send('GET', path)
    const body = await text(response)
    if (response.statusCode !== 200) throw new Error(`GET ${path} was answered ${response.statusCode}: ${body}`)
    return body
  }

  /** An open event stream, on a connection of its own, of this session or another. */
  async listen(cookie = this.#cookie): Promise<IncomingMessage> {
    const response = await this.#send('GET', '/api/events', null, { agent: new Agent(), cookie })
    if (response.statusCode !== 200) throw new Error(`An event stream was answered ${response.statusCode}`)
    return response
  }

  close(): void {
    this.#agent.destroy()
  }

  async #enter(path: string, body: object): Promise<void> {
    const response = await this.#send('POST', path, body)
    const answer = await text(response)
    const cookie = response.headers['set-cookie']?.[0]?.split(';')[0]
    if (!cookie) throw new Error(`POST ${path} was answered ${response.statusCode} and no session: ${answer}`)
    this.#cookie = cookie
  }

  /** Again while the desk is too busy, as one that has just started on a busy computer may be: nothing was done then. */
  async #send(
    method: string,
    path: string,
    body: object | null = null,
    over: Over = { agent: this.#agent, cookie: this.#cookie },
  ): Promise<IncomingMessage> {
    for (let tries = 1; ; tries += 1) {
      const response = await this.#sendOnce(method, path, body, over)
      if (response.statusCode !== 503 || tries === MAX_TRIES) return response
      response.resume()
      await sleep(BUSY_PAUSE_MS)
    }
  }

  #sendOnce(method: string, path: string, body: object | null, { agent, cookie }: Over): Promise<IncomingMessage> {
    const json = body ? { 'content-type': 'application/json' } : {}
    const headers = { cookie, origin: this.#url, ...json }
    return new Promise((resolve, reject) => {
      const sent = request(this.#url + path, { method, agent, headers }, resolve)
      sent.once('error', reject)
      sent.end(body ? JSON.stringify(body) : undefined)
    })
  }
}
