import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { answerFor, type FakeMode, json, refuse, refuseKey } from './fake-message-bird-answers.ts'
import { FakeReports } from './fake-message-bird-reports.ts'
import { FakeMessageList } from './fake-message-list.ts'

/** One text that the provider took: the receiver's side of the ledger. */
export interface AcceptedText {
  /** Milliseconds of `performance.now()`. */
  readonly takenAt: number
  readonly id: string
  readonly reference: string | null
  readonly originator: string
  readonly recipient: string
  readonly body: string
  readonly datacoding: string | null
  readonly reportUrl: string | null
}

const DEAD_MS = 200
const BALANCE = { payment: 'prepaid', type: 'credits', amount: 12.5 }

/** MessageBird's `POST /messages` on loopback, with everything that can go wrong, its `GET /messages` and its `GET /balance`. */
export class FakeMessageBird {
  /** Every text taken, whatever the sender was told. */
  readonly texts: AcceptedText[] = []
  readonly reports = new FakeReports()
  readonly list = new FakeMessageList()
  /** Requests that arrived, texts or not. */
  requests = 0
  readonly #server: Server
  readonly #accessKey: string
  readonly #next: FakeMode[] = []
  readonly #waiting: { count: number; resolve: (texts: AcceptedText[]) => void }[] = []
  #mode: FakeMode = 'accept'
  #revival: NodeJS.Timeout | undefined

  constructor(accessKey: string) {
    this.#accessKey = accessKey
    this.#server = createServer((request, response) => void this.#handle(request, response))
  }

  static async start({ accessKey = 'test_key' } = {}): Promise<FakeMessageBird> {
    const fake = new FakeMessageBird(accessKey)
    fake.#server.listen(0, '127.0.0.1')
    await once(fake.#server, 'listening')
    return fake
  }

  get url(): URL {
    return new URL(`http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`)
  }

  /** From now on. */
  answerWith(mode: FakeMode): void {
    this.#mode = mode
  }

  /** For the next requests, one each, before the standing mode applies again. */
  answerNext(...modes: FakeMode[]): void {
    this.#next.push(...modes)
  }

  /** All texts, as soon as there are so many. */
  waitForTexts(count: number): Promise<AcceptedText[]> {
    return new Promise((resolve) => {
      this.#waiting.push({ count, resolve })
      this.#wake()
    })
  }

  async stop(): Promise<void> {
    clearTimeout(this.#revival)
    if (!this.#server.listening) return
    const closed = once(this.#server, 'close')
    this.#server.close()
    this.#server.closeAllConnections()
    await closed
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url === '/balance') return this.#tellBalance(request, response)
    if (request.method === 'GET') return this.#list(request, response)
    this.requests += 1
    const { readsBody = true, answer } = answerFor(this.#next.shift() ?? this.#mode)
    const body = readsBody ? await text(request).catch(() => null) : ''
    if (body === null) return
    if (request.method !== 'POST' || request.url !== '/messages') return refuse(response, 404, 20, 'not found', null)
    if (!this.#isAllowed(request)) return refuseKey(response)
    const params = readsBody ? (JSON.parse(body) as Record<string, unknown>) : {}
    const missing = readsBody && ['originator', 'recipients', 'body'].find((name) => !params[name])
    if (missing) return refuse(response, 422, 9, `no (correct) ${missing} found`, missing)
    const reference = optional(params.reference)
    await this.reports.before(reference)
    response.once('close', () => this.reports.after(reference))
    answer({ response, accept: () => this.#accept(params), die: () => void this.#die() })
  }

  /** Gone in the middle of everything, and there again a little later. */
  async #die(): Promise<void> {
    const { port } = this.#server.address() as AddressInfo
    await this.stop()
    this.#revival = setTimeout(() => this.#server.listen(port, '127.0.0.1'), DEAD_MS)
  }

  #tellBalance(request: IncomingMessage, response: ServerResponse): void {
    if (this.#isAllowed(request)) json(response, 200, BALANCE)
    else refuseKey(response)
  }

  /** Apart from the texts: it neither counts as a request nor uses up their answers. */
  #list(request: IncomingMessage, response: ServerResponse): void {
    const { pathname, searchParams } = new URL(request.url ?? '', this.url)
    if (!/^\/messages\/?$/.test(pathname)) refuse(response, 404, 20, 'not found', null)
    else if (this.#isAllowed(request)) this.list.answer(searchParams, response)
    else refuseKey(response)
  }

  #isAllowed({ headers }: IncomingMessage): boolean {
    return headers.authorization === `AccessKey ${this.#accessKey}`
  }

  #accept(params: Record<string, unknown>): object {
    const accepted: AcceptedText = {
      takenAt: performance.now(),
      id: crypto.randomUUID().replaceAll('-', ''),
      reference: optional(params.reference),
      originator: String(params.originator),
      recipient: String(params.recipients),
      body: String(params.body),
      datacoding: optional(params.datacoding),
      reportUrl: optional(params.reportUrl),
    }
    this.texts.push(accepted)
    this.#wake()
    return this.list.addSent(accepted)
  }

  #wake(): void {
    for (const { count, resolve } of this.#waiting) if (this.texts.length >= count) resolve([...this.texts])
  }
}

function optional(value: unknown): string | null {
  return value === undefined || value === null ? null : String(value)
}
