import type { ChangeFeed } from '../../src/ports/change-feed.ts'
import type { DeskQueries } from '../../src/ports/queries/desk-queries.ts'
import type { SystemQueries } from '../../src/ports/queries/system-queries.ts'
import type { TicketQueries } from '../../src/ports/queries/ticket-queries.ts'
import type { WorkspaceQueries } from '../../src/ports/queries/workspace-queries.ts'
import type { AuditEntry } from '../../src/ports/repositories/audit-log.ts'
import type { Shredder } from '../../src/ports/repositories/erasure.ts'
import type { UnitOfWork } from '../../src/ports/unit-of-work.ts'
import { MemoryChangeFeed } from './memory-change-feed.ts'
import { MemoryDeskQueries } from './memory-desk-queries.ts'
import { MemoryStore } from './memory-store.ts'
import { MemorySystemQueries } from './memory-system-queries.ts'
import { MemoryTicketQueries } from './memory-ticket-queries.ts'
import { MemoryUnitOfWork } from './memory-unit-of-work.ts'
import { MemoryWorkspaceQueries } from './memory-workspace-queries.ts'

/** A whole desk in memory, which keeps the promises of the ports as a database does. For tests. */
export class MemoryDesk {
  readonly unitOfWork: UnitOfWork
  readonly ticketQueries: TicketQueries
  readonly deskQueries: DeskQueries
  readonly workspaceQueries: WorkspaceQueries
  readonly systemQueries: SystemQueries
  readonly changeFeed: ChangeFeed
  /** What was removed from memory is gone. */
  readonly shredder: Shredder = { shred: async () => {} }
  readonly #store = new MemoryStore()

  constructor() {
    const feed = new MemoryChangeFeed()
    this.changeFeed = feed
    this.unitOfWork = new MemoryUnitOfWork(this.#store, feed)
    this.ticketQueries = new MemoryTicketQueries(this.#store)
    this.deskQueries = new MemoryDeskQueries(this.#store)
    this.systemQueries = new MemorySystemQueries(this.#store)
    this.workspaceQueries = new MemoryWorkspaceQueries(this.#store)
  }

  /** The audit log in the order it was written. */
  auditEntries(): AuditEntry[] {
    return this.#store.committed.audit.all()
  }

  async readAudit(): Promise<AuditEntry[]> {
    return this.auditEntries()
  }

  /** Search reads the tables themselves and is never behind. */
  async settleSearch(): Promise<void> {}

  async close(): Promise<void> {}
}
