import type { Inbox, Provider } from '../../src/domain/inbox/inbox.ts'
import type { InboxRepository } from '../../src/ports/repositories/inbox-repository.ts'
import type { MemoryTables } from './memory-tables.ts'

export class MemoryInboxRepository implements InboxRepository {
  readonly #tables: MemoryTables

  constructor(tables: MemoryTables) {
    this.#tables = tables
  }

  async find(id: string): Promise<Inbox | null> {
    return this.#tables.inboxes.get(id)
  }

  async findByNumber(provider: Provider, number: string | null): Promise<Inbox | null> {
    return this.#tables.inboxes.find((inbox) => inbox.provider === provider && inbox.number === number)
  }

  async hasNumber(number: string): Promise<boolean> {
    return this.#tables.inboxes.find((inbox) => inbox.number === number) !== null
  }

  async list(): Promise<Inbox[]> {
    return this.#tables.inboxes.all().sort((a, b) => a.createdAt - b.createdAt)
  }

  async add(inbox: Inbox): Promise<boolean> {
    if ((await this.findByNumber(inbox.provider, inbox.number)) !== null) return false
    this.#tables.inboxes.put(inbox.id, inbox)
    return true
  }

  async save(inbox: Inbox): Promise<void> {
    this.#tables.inboxes.replace(inbox.id, inbox)
  }
}
