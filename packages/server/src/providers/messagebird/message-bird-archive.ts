import type { ArchivePage, ArchiveQuery, ListedSend, ListedText, MessageArchive } from '@textdesk/core'
import { initClient, type MessageBird } from 'messagebird'
import { parseListedSend, parseListedText } from './parse-listed-message.ts'
import { RequestWatch } from './request-watch.ts'
import type { SendEvidence } from './send-outcomes.ts'

const DEADLINE_MS = 20_000
const PAGE_SIZE = 100

type Direction = 'mo' | 'mt'
type Unavailable = Extract<ArchivePage<never>, { kind: 'unavailable' }>

/** MessageBird's `GET /messages`, newest first. What it filters by is checked again here. */
export class MessageBirdArchive implements MessageArchive {
  readonly #messages: MessageBird['messages']
  readonly #deadlineMs: number
  readonly #pending = new Set<() => void>()
  #isClosed = false

  constructor({ accessKey, deadlineMs = DEADLINE_MS }: { accessKey: string; deadlineMs?: number }) {
    // The SDK's own timeout counts idle time only; the deadline here comes first.
    this.#messages = initClient(accessKey, deadlineMs + 1_000).messages
    this.#deadlineMs = deadlineMs
  }

  listReceived(query: ArchiveQuery): Promise<ArchivePage<ListedText>> {
    return this.#list('mo', query, (item) => parseListedText(item, query.number))
  }

  listSent(query: ArchiveQuery): Promise<ArchivePage<ListedSend>> {
    return this.#list('mt', query, (item) => parseListedSend(item, query.number))
  }

  close(): void {
    this.#isClosed = true
    for (const giveUp of this.#pending) giveUp()
  }

  /** An item that cannot be read is left out: the others can. */
  async #list<Item extends { readonly at: number }>(
    direction: Direction,
    { since, cursor }: ArchiveQuery,
    parse: (item: unknown) => Item | null,
  ): Promise<ArchivePage<Item>> {
    if (this.#isClosed) return { kind: 'unavailable', reason: 'closed', retryAfterMs: null }
    const offset = cursor ?? 0
    const { answer, evidence } = await this.#ask({ direction, offset, since })
    const listed = itemsOf(answer)
    if (listed === null || !isSuccess(evidence)) return unavailable(evidence)
    const items = listed.map(parse).filter((item) => item !== null)
    const inTime = items.filter(({ at }) => at >= since)
    const end = offset + listed.length
    const isLast = listed.length === 0 || inTime.length < items.length || end >= totalOf(answer)
    return { kind: 'page', items: inTime, next: isLast ? null : end }
  }

  #ask(filter: { direction: Direction; offset: number; since: number }) {
    const watch = new RequestWatch()
    return new Promise<{ answer: unknown; evidence: SendEvidence }>((resolve) => {
      const done = (answer: unknown) => {
        clearTimeout(deadline)
        this.#pending.delete(giveUp)
        resolve({ answer, evidence: watch.evidence() })
      }
      const giveUp = () => {
        done(null)
        watch.abandon()
      }
      const deadline = setTimeout(giveUp, this.#deadlineMs)
      this.#pending.add(giveUp)
      try {
        // The SDK's `list` drops every filter but three. The API's own links to further pages have this form.
        watch.during(() => this.#messages.read(`?${queryOf(filter)}`, (_error, answer) => done(answer)))
      } catch {
        done(null)
      }
    })
  }
}

function queryOf({ direction, offset, since }: { direction: Direction; offset: number; since: number }): string {
  const from = new Date(since).toISOString().replace(/\.\d+Z$/, '+00:00')
  return new URLSearchParams({ direction, from, limit: String(PAGE_SIZE), offset: String(offset) }).toString()
}

/** The SDK hands over whatever JSON came as if it were the list. */
function itemsOf(answer: unknown): readonly unknown[] | null {
  const items = (answer as { items?: unknown } | null)?.items
  return Array.isArray(items) ? items : null
}

function totalOf(answer: unknown): number {
  const total = (answer as { totalCount?: unknown }).totalCount
  return typeof total === 'number' ? total : Number.POSITIVE_INFINITY
}

function isSuccess({ status }: SendEvidence): boolean {
  return status !== null && status >= 200 && status < 300
}

function unavailable({ status, connected, retryAfterMs }: SendEvidence): Unavailable {
  const reason = status === null ? (connected ? 'no answer' : 'not reachable') : `unclear answer: HTTP ${status}`
  return { kind: 'unavailable', reason, retryAfterMs }
}
