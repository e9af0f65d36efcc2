import { type Address, identityOf } from '../../src/domain/contact/address.ts'
import type { OptOut, OptOutRepository } from '../../src/ports/repositories/opt-out-repository.ts'
import { keyOf, type MemoryTables } from './memory-tables.ts'

export class MemoryOptOutRepository implements OptOutRepository {
  readonly #tables: MemoryTables

  constructor(tables: MemoryTables) {
    this.#tables = tables
  }

  async find(inboxId: string, address: Address): Promise<OptOut | null> {
    const stored = this.#tables.optOuts.get(optOutKey(inboxId, address))
    return stored && { at: stored.at, source: stored.source }
  }

  async add(inboxId: string, address: Address, optOut: OptOut): Promise<boolean> {
    const key = optOutKey(inboxId, address)
    if (this.#tables.optOuts.has(key)) return false
    this.#tables.optOuts.put(key, { ...optOut, inboxId, address })
    return true
  }

  async remove(inboxId: string, address: Address): Promise<boolean> {
    return this.#tables.optOuts.remove(optOutKey(inboxId, address))
  }
}

export function optOutKey(inboxId: string, address: Address): string {
  return keyOf(inboxId, address.kind, identityOf(address) ?? address.value)
}
