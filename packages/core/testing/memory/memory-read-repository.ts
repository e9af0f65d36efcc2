import type { ReadPosition, ReadRepository } from '../../src/ports/repositories/read-repository.ts'
import { keyOf, type MemoryTables } from './memory-tables.ts'

export class MemoryReadRepository implements ReadRepository {
  readonly #tables: MemoryTables

  constructor(tables: MemoryTables) {
    this.#tables = tables
  }

  async markSeen(agentId: string, ticketNumber: number, seq: number): Promise<void> {
    const key = keyOf(agentId, ticketNumber)
    this.#tables.seen.put(key, Math.max(seq, this.#tables.seen.get(key) ?? 0))
  }

  async list(ticketNumber: number): Promise<ReadPosition[]> {
    const { agents, seen } = this.#tables
    return agents.all().flatMap(({ id: agentId }) => {
      const seq = seen.get(keyOf(agentId, ticketNumber))
      return seq === null ? [] : [{ agentId, seq }]
    })
  }

  async place(agentId: string, ticketNumber: number, seq: number): Promise<void> {
    this.#tables.seen.put(keyOf(agentId, ticketNumber), seq)
  }
}
