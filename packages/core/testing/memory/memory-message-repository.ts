import type { Message } from '../../src/domain/message/message.ts'
import type { MessageRepository } from '../../src/ports/repositories/message-repository.ts'
import { MemoryMessageHistory } from './memory-message-history.ts'
import type { MemoryTables } from './memory-tables.ts'

export class MemoryMessageRepository implements MessageRepository {
  readonly history: MemoryMessageHistory
  readonly #tables: MemoryTables

  constructor(tables: MemoryTables) {
    this.history = new MemoryMessageHistory(tables)
    this.#tables = tables
  }

  async find(id: string): Promise<Message | null> {
    return this.#tables.messages.get(id)
  }

  async add(message: Message): Promise<void> {
    if (this.#tables.messages.find((other) => clashes(message, other))) {
      throw new Error(
        'There is such a message already: the id, the place in the ticket or the idempotency key is taken',
      )
    }
    this.#tables.messages.put(message.id, message)
  }

  async save(message: Message): Promise<void> {
    this.#tables.messages.replace(message.id, message)
  }

  async findByIdempotencyKey(authorId: string, key: string): Promise<Message | null> {
    return this.#tables.messages.find((message) => message.authorId === authorId && message.idempotencyKey === key)
  }
}

function clashes(message: Message, other: Message): boolean {
  if (message.id === other.id) return true
  if (message.ticketNumber === other.ticketNumber && message.seq === other.seq) return true
  return (
    message.idempotencyKey !== null &&
    message.idempotencyKey === other.idempotencyKey &&
    message.authorId === other.authorId
  )
}
