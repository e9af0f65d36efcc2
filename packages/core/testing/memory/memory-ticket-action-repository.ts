import type { TicketAction } from '../../src/domain/ticket/ticket-action.ts'
import type { ActionName, TicketActionRepository } from '../../src/ports/repositories/ticket-action-repository.ts'
import { keyOf, type MemoryTables } from './memory-tables.ts'

export class MemoryTicketActionRepository implements TicketActionRepository {
  readonly #tables: MemoryTables

  constructor(tables: MemoryTables) {
    this.#tables = tables
  }

  async save(action: TicketAction): Promise<void> {
    this.#tables.ticketActions.put(nameOf(action), action)
  }

  async find(name: ActionName): Promise<TicketAction | null> {
    return this.#tables.ticketActions.get(nameOf(name))
  }

  async remove(name: ActionName): Promise<void> {
    this.#tables.ticketActions.remove(nameOf(name))
  }

  async forgetBefore(at: number, limit: number): Promise<number> {
    const old = this.#tables.ticketActions.where((action) => action.at < at).slice(0, limit)
    for (const action of old) this.#tables.ticketActions.remove(nameOf(action))
    return old.length
  }
}

function nameOf({ ticketNumber, agentId, key }: ActionName): string {
  return keyOf(ticketNumber, agentId, key)
}
