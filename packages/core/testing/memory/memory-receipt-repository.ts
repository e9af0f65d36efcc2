import type { ReceiptRepository } from '../../src/ports/repositories/receipt-repository.ts'
import { keyOf, type MemoryTables } from './memory-tables.ts'

export class MemoryReceiptRepository implements ReceiptRepository {
  readonly #tables: MemoryTables

  constructor(tables: MemoryTables) {
    this.#tables = tables
  }

  async claimText(inboxId: string, key: string): Promise<boolean> {
    const receipt = keyOf(inboxId, key)
    if (this.#tables.textReceipts.has(receipt)) return false
    this.#tables.textReceipts.put(receipt, true)
    return true
  }

  async claimSignature(jti: string, expiresAt: number): Promise<boolean> {
    if (this.#tables.signatures.has(jti)) return false
    this.#tables.signatures.put(jti, expiresAt)
    return true
  }

  async forgetSignatures(expiredBefore: number): Promise<void> {
    this.#tables.signatures.removeWhere((expiresAt) => expiresAt < expiredBefore)
  }
}
