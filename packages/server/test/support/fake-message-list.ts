import type { ServerResponse } from 'node:http'
import { answerFor, type FakeMode } from './fake-message-bird-answers.ts'

/** A text from a customer, as MessageBird has it. */
export interface ReceivedText {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly body: string
  /** UTC milliseconds. */
  readonly at: number
}

interface SentText {
  readonly id: string
  readonly reference: string | null
  readonly originator: string
  readonly recipient: string
  readonly body: string
}

interface Listed {
  readonly direction: 'mo' | 'mt'
  readonly at: number
  describe(): object
}

/** MessageBird's `GET /messages`: what it sent and received, newest first, filtered by direction and time, page by page. */
export class FakeMessageList {
  /** The provider's clock. */
  now: () => number = Date.now
  /** Queries that arrived. */
  readonly queries: URLSearchParams[] = []
  readonly #listed: Listed[] = []
  readonly #statuses = new Map<string, object>()
  #mode: FakeMode = 'accept'

  /** From now on; `accept` lists. */
  answerWith(mode: FakeMode): void {
    this.#mode = mode
  }

  /** Answers what MessageBird says of it at once. */
  addSent(text: SentText): object {
    const at = this.now()
    this.#listed.push({ direction: 'mt', at, describe: () => this.#describeSent(text, at) })
    return this.#describeSent(text, at)
  }

  addReceived(...texts: ReceivedText[]): void {
    for (const text of texts) {
      this.#listed.push({ direction: 'mo', at: text.at, describe: () => describeReceived(text) })
    }
  }

  /** What the list says of one of our texts from now on. */
  report(reference: string, status: string, more: object = {}): void {
    this.#statuses.set(reference, { status, ...more })
  }

  answer(query: URLSearchParams, response: ServerResponse): void {
    this.queries.push(query)
    answerFor(this.#mode).answer({ response, accept: () => this.#page(query), die: () => response.destroy() })
  }

  #page(query: URLSearchParams): object {
    const [limit, offset] = [Number(query.get('limit') ?? 20), Number(query.get('offset') ?? 0)]
    const from = Date.parse(query.get('from') ?? '') || 0
    const asked = this.#listed
      .filter(({ direction, at }) => direction === (query.get('direction') ?? direction) && at >= from)
      .toSorted((a, b) => b.at - a.at)
    const items = asked.slice(offset, offset + limit).map((listed) => listed.describe())
    return { offset, limit, count: items.length, totalCount: asked.length, links: {}, items }
  }

  #describeSent({ id, reference, originator, recipient, body }: SentText, at: number): object {
    const said = this.#statuses.get(reference ?? '') ?? { status: 'sent' }
    return describe({ id, direction: 'mt', originator, recipient, body, reference, at, said })
  }
}

function describeReceived({ id, from, to, body, at }: ReceivedText): object {
  const [originator, recipient] = [msisdn(from), msisdn(to)]
  const said = { status: 'received' }
  return describe({ id, direction: 'mo', originator, recipient, body, reference: null, at, said })
}

function describe(message: SentText & { direction: 'mo' | 'mt'; at: number; said: object }): object {
  const { id, direction, originator, body, reference, recipient, at, said } = message
  const createdDatetime = new Date(at).toISOString().replace(/\.\d+Z$/, '+00:00')
  return {
    id,
    href: `https://rest.messagebird.com/messages/${id}`,
    direction,
    type: 'sms',
    originator,
    body,
    reference,
    datacoding: 'plain',
    createdDatetime,
    recipients: { totalCount: 1, items: [{ recipient: Number(recipient), ...said, statusDatetime: createdDatetime }] },
  }
}

function msisdn(number: string): string {
  return number.replace(/^\+/, '')
}
