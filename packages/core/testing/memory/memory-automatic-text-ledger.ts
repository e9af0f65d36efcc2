import type { AutomaticTextLedger } from '../../src/ports/repositories/automatic-text-ledger.ts'
import { keyOf, type MemoryTables } from './memory-tables.ts'

const HOUR = 3_600_000

export class MemoryAutomaticTextLedger implements AutomaticTextLedger {
  readonly #tables: MemoryTables

  constructor(tables: MemoryTables) {
    this.#tables = tables
  }

  async countConfirmations(contactId: string, since: number): Promise<number> {
    return this.#tables.messages.where(
      (message) => message.contactId === contactId && message.purpose === 'confirmation' && message.at >= since,
    ).length
  }

  async countIdenticalTexts(contactId: string, body: string, since: number): Promise<number> {
    return this.#tables.messages.where(
      (message) =>
        message.contactId === contactId && message.direction === 'in' && message.body === body && message.at >= since,
    ).length
  }

  async spendBudget(inboxId: string, now: number, perHour: number): Promise<boolean> {
    const key = keyOf(inboxId, Math.floor(now / HOUR))
    const spent = this.#tables.budgets.get(key) ?? 0
    if (spent >= perHour) return false
    this.#tables.budgets.put(key, spent + 1)
    return true
  }
}
