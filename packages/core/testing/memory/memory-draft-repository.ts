import type { Draft, DraftMode } from '../../src/domain/ticket/draft.ts'
import type { DraftRepository } from '../../src/ports/repositories/draft-repository.ts'
import { keyOf, type MemoryTables } from './memory-tables.ts'

export class MemoryDraftRepository implements DraftRepository {
  readonly #tables: MemoryTables

  constructor(tables: MemoryTables) {
    this.#tables = tables
  }

  async save(draft: Draft): Promise<void> {
    this.#tables.drafts.put(keyOf(draft.agentId, draft.ticketNumber, draft.mode), draft)
  }

  async list(ticketNumber: number): Promise<Draft[]> {
    return this.#tables.drafts.where((draft) => draft.ticketNumber === ticketNumber)
  }

  async remove(agentId: string, ticketNumber: number, mode: DraftMode): Promise<void> {
    this.#tables.drafts.remove(keyOf(agentId, ticketNumber, mode))
  }
}
