import type {
  ArchivePage,
  ArchiveQuery,
  ListedSend,
  ListedText,
  MessageArchive,
} from '../../src/ports/providers/message-archive.ts'

/** A provider's list in memory. What was added last is listed first; unavailable for as long as it is told to be. */
export class FakeMessageArchive implements MessageArchive {
  readonly queries: ArchiveQuery[] = []
  readonly #pageSize: number
  readonly #received: ListedText[] = []
  readonly #sent: ListedSend[] = []
  #trouble: Omit<Extract<ArchivePage<never>, { kind: 'unavailable' }>, 'kind'> | null = null

  constructor({ pageSize = 100 }: { pageSize?: number } = {}) {
    this.#pageSize = pageSize
  }

  /** A customer's text, under the receipt key that its webhook has if that names it. */
  addReceived(text: Omit<ListedText, 'receiptKey'>): void {
    this.#received.push({ receiptKey: `id:${text.providerId}`, ...text })
  }

  addSent(send: Partial<ListedSend> & Pick<ListedSend, 'reference' | 'at'>): void {
    const providerMessageId = `provider-${this.#sent.length + 1}`
    this.#sent.push({ providerMessageId, state: 'sent', status: 'sent', reason: null, ...send })
  }

  failWith(reason: string | null, retryAfterMs: number | null = null): void {
    this.#trouble = reason === null ? null : { reason, retryAfterMs }
  }

  async listReceived(query: ArchiveQuery): Promise<ArchivePage<ListedText>> {
    return this.#page(this.#received, query)
  }

  async listSent(query: ArchiveQuery): Promise<ArchivePage<ListedSend>> {
    return this.#page(this.#sent, query)
  }

  close(): void {
    this.failWith('closed')
  }

  #page<Item extends { readonly at: number }>(all: readonly Item[], query: ArchiveQuery): ArchivePage<Item> {
    this.queries.push(query)
    if (this.#trouble) return { kind: 'unavailable', ...this.#trouble }
    const asked = all.filter(({ at }) => at >= query.since).toSorted((a, b) => b.at - a.at)
    const start = query.cursor ?? 0
    const end = start + this.#pageSize
    return { kind: 'page', items: asked.slice(start, end), next: end < asked.length ? end : null }
  }
}
