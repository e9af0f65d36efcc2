import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { answerFor, type FakeMode, json } from './fake-message-bird-answers.ts'

/** One text that the provider took: the receiver's side of the ledger. */
export interface AcceptedText {
  readonly id: string
  readonly reference: string | null
  readonly originator: string
  readonly recipient: string
  readonly body: string
  readonly datacoding: string | null
  readonly reportUrl: string | null
}

const BALANCE = { payment: 'prepaid', type: 'credits', amount: 12.5 }

/** MessageBird's `POST /messages` on loopback, with everything that can go wrong, and its `GET /balance`. */
export class FakeMessageBird {
  /** Every text taken, whatever the sender was told. */
  readonly texts: AcceptedText[] = []
  /** Requests that arrived, texts or not. */
  requests = 0
  readonly #server: Server
  readonly #accessKey: string
  readonly #next: FakeMode[] = []
  readonly #waiting: { count: number; resolve: (texts: AcceptedText[]) => void }[] = []
  #mode: FakeMode = 'accept'

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
    const closed = once(this.#server, 'close')
    this.#server.close()
    this.#server.closeAllConnections()
    await closed
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url === '/balance') return this.#tellBalance(request, response)
    this.requests += 1
    const { readsBody = true, answer } = answerFor(this.#next.shift() ?? this.#mode)
    const body = readsBody ? await text(request).catch(() => null) : ''
    if (body === null) return
    if (request.method !== 'POST' || request.url !== '/messages') return refuse(response, 404, 20, 'not found', null)
    if (!this.#isAllowed(request)) return refuseKey(response)
    const params = readsBody ? (JSON.parse(body) as Record<string, unknown>) : {}
    const missing = readsBody && ['originator', 'recipients', 'body'].find((name) => !params[name])
    if (missing) return refuse(response, 422, 9, `no (correct) ${missing} found`, missing)
    answer({ response, accept: () => this.#accept(params) })
  }

  #tellBalance(request: IncomingMessage, response: ServerResponse): void {
    if (this.#isAllowed(request)) json(response, 200, BALANCE)
    else refuseKey(response)
  }

  #isAllowed({ headers }: IncomingMessage): boolean {
    return headers.authorization === `AccessKey ${this.#accessKey}`
  }

  #accept(params: Record<string, unknown>): object {
    const accepted: AcceptedText = {
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
    return describe(accepted)
  }

  #wake(): void {
    for (const { count, resolve } of this.#waiting) if (this.texts.length >= count) resolve([...this.texts])
  }
}

function describe({ id, originator, body, reference, recipient }: AcceptedText): object {
  const item = {
    recipient: Number(recipient),
    status: 'sent',
    statusDatetime: new Date().toISOString(),
    messagePartCount: 1,
  }
  return {
    id,
    href: `https://rest.messagebird.com/messages/${id}`,
    direction: 'mt',
    type: 'sms',
    originator,
    body,
    reference,
    datacoding: 'plain',
    recipients: { totalCount: 1, totalSentCount: 1, items: [item] },
  }
}

function refuseKey(response: ServerResponse): void {
  refuse(response, 401, 2, 'Request not allowed (incorrect access_key)', 'access_key')
}

function refuse(
  response: ServerResponse,
  status: number,
  code: number,
  description: string,
  parameter: string | null,
): void {
  json(response, status, { errors: [{ code, description, parameter }] })
}

function optional(value: unknown): string | null {
  return value === undefined || value === null ? null : String(value)
}
