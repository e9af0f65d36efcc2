import type { ReactionText } from '../../src/domain/message/reaction.ts'
import type { ArrivedText, SameTexts } from '../../src/ports/repositories/arrival-repository.ts'
import type { ReactionRepository } from '../../src/ports/repositories/reaction-repository.ts'
import { MemoryArrivalRepository } from './memory-arrival-repository.ts'
import type { MemoryTables } from './memory-tables.ts'

export class MemoryReactionRepository implements ReactionRepository {
  readonly #tables: MemoryTables
  readonly #arrivals: MemoryArrivalRepository

  constructor(tables: MemoryTables) {
    this.#tables = tables
    this.#arrivals = new MemoryArrivalRepository(tables)
  }

  async add(text: ReactionText): Promise<void> {
    if (!this.#tables.messages.has(text.messageId)) throw new Error('A reaction is about a message that is there')
    this.#tables.reactions.put(text.id, text)
  }

  async list(messageId: string, limit: number): Promise<ReactionText[]> {
    return this.#tables.reactions
      .where((text) => text.messageId === messageId)
      .sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1))
      .slice(0, limit)
  }

  async findReceived(same: SameTexts, from: number, to: number): Promise<ArrivedText[]> {
    return this.#arrivals.received(this.#of(same), from, to)
  }

  async findAwaiting(same: SameTexts, from: number, to: number): Promise<ArrivedText[]> {
    return this.#arrivals.awaiting(this.#of(same), from, to)
  }

  #of(same: SameTexts): ReactionText[] {
    return this.#tables.reactions.where(
      ({ inboxId, contactId, body }) => inboxId === same.inboxId && contactId === same.contactId && body === same.body,
    )
  }
}
