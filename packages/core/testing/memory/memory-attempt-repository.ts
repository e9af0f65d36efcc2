import type { Attempt, AttemptEnd } from '../../src/domain/delivery/attempt.ts'
import type { AttemptRepository } from '../../src/ports/repositories/attempt-repository.ts'
import { keyOf, type MemoryTables } from './memory-tables.ts'

export class MemoryAttemptRepository implements AttemptRepository {
  readonly #tables: MemoryTables

  constructor(tables: MemoryTables) {
    this.#tables = tables
  }

  async begin(messageId: string, at: number): Promise<void> {
    const number = (await this.listForMessage(messageId)).length + 1
    const attempt = { messageId, number, beganAt: at, endedAt: null, end: null }
    this.#tables.attempts.put(keyOf(messageId, number), attempt)
  }

  async end(messageId: string, at: number, end: AttemptEnd): Promise<void> {
    const latest = (await this.listForMessage(messageId)).at(-1)
    if (latest) this.#tables.attempts.replace(keyOf(messageId, latest.number), { ...latest, endedAt: at, end })
  }

  async listForMessage(messageId: string): Promise<Attempt[]> {
    return this.#tables.attempts.where((attempt) => attempt.messageId === messageId)
  }
}
