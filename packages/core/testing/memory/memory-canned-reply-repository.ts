import type { CannedReply } from '../../src/domain/canned-reply/canned-reply.ts'
import type { CannedReplyRepository } from '../../src/ports/repositories/canned-reply-repository.ts'
import type { MemoryTables } from './memory-tables.ts'

export class MemoryCannedReplyRepository implements CannedReplyRepository {
  readonly #tables: MemoryTables

  constructor(tables: MemoryTables) {
    this.#tables = tables
  }

  async find(id: string): Promise<CannedReply | null> {
    return this.#tables.cannedReplies.get(id)
  }

  async add(reply: CannedReply): Promise<boolean> {
    if (this.#isTaken(reply)) return false
    this.#tables.cannedReplies.put(reply.id, reply)
    return true
  }

  async save(reply: CannedReply): Promise<boolean> {
    if (this.#isTaken(reply)) return false
    this.#tables.cannedReplies.replace(reply.id, reply)
    return true
  }

  async remove(id: string): Promise<void> {
    this.#tables.cannedReplies.remove(id)
  }

  #isTaken({ id, shortcut }: CannedReply): boolean {
    return this.#tables.cannedReplies.find((other) => other.shortcut === shortcut && other.id !== id) !== null
  }
}
