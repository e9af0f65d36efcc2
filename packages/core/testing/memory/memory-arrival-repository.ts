import type { Message } from '../../src/domain/message/message.ts'
import type {
  ArrivalRepository,
  ArrivedText,
  NotedText,
  SameTexts,
} from '../../src/ports/repositories/arrival-repository.ts'
import { keyOf, type MemoryTables } from './memory-tables.ts'

type Text = Pick<Message, 'id' | 'at' | 'arrival'>

export class MemoryArrivalRepository implements ArrivalRepository {
  readonly #tables: MemoryTables

  constructor(tables: MemoryTables) {
    this.#tables = tables
  }

  async findUnlisted(inboxId: string, providerIds: readonly string[]): Promise<string[]> {
    return providerIds.filter((id) => !this.#tables.listedTexts.has(keyOf(inboxId, id)))
  }

  async noteListed(text: NotedText): Promise<void> {
    const key = keyOf(text.inboxId, text.providerId)
    if (this.#tables.listedTexts.has(key)) throw new Error('A listed text is noted once')
    if (text.messageId !== null && this.#listingOf(text.messageId)) throw new Error('A message is one listed text')
    this.#tables.listedTexts.put(key, text)
  }

  async findReceived(same: SameTexts, from: number, to: number): Promise<ArrivedText[]> {
    return this.received(this.#textsOf(same), from, to)
  }

  async findAwaiting(same: SameTexts, from: number, to: number): Promise<ArrivedText[]> {
    return this.awaiting(this.#textsOf(same), from, to)
  }

  async noteLateWebhook(messageId: string): Promise<void> {
    const listing = this.#listingOf(messageId)
    if (listing === null) return
    this.#tables.listedTexts.put(keyOf(listing.inboxId, listing.providerId), { ...listing, webhookCame: true })
  }

  /** Those of the texts, whether messages or marks on one. */
  received(texts: readonly Text[], from: number, to: number): ArrivedText[] {
    return texts
      .filter(({ at }) => at >= from && at <= to)
      .sort((a, b) => a.at - b.at)
      .map((text) => this.#arrived(text))
  }

  awaiting(texts: readonly Text[], from: number, to: number): ArrivedText[] {
    const awaited = texts.flatMap((text) => {
      const listing = this.#listingOf(text.id)
      const isAwaited = listing && !listing.webhookCame && listing.at >= from && listing.at <= to
      return isAwaited ? [{ text, listedAt: listing.at }] : []
    })
    return awaited.sort((a, b) => a.listedAt - b.listedAt).map(({ text }) => this.#arrived(text))
  }

  #textsOf(same: SameTexts): Message[] {
    return this.#tables.messages.where(
      ({ direction, inboxId, contactId, body }) =>
        direction === 'in' && inboxId === same.inboxId && contactId === same.contactId && body === same.body,
    )
  }

  #arrived({ id, at, arrival }: Text): ArrivedText {
    return { messageId: id, at, arrival, isListed: this.#listingOf(id) !== null }
  }

  #listingOf(messageId: string): NotedText | null {
    return this.#tables.listedTexts.find((one) => one.messageId === messageId)
  }
}
