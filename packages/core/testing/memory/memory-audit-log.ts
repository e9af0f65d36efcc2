import type { AuditEntry, AuditLog } from '../../src/ports/repositories/audit-log.ts'
import type { MemoryTables } from './memory-tables.ts'

export class MemoryAuditLog implements AuditLog {
  readonly #tables: MemoryTables

  constructor(tables: MemoryTables) {
    this.#tables = tables
  }

  async append(entry: AuditEntry): Promise<void> {
    this.#tables.audit.put(this.#tables.audit.size, entry)
  }
}
