import type { ReportRepository, StoredReport } from '../../src/ports/report-repository.ts'
import type { MemoryTables } from './memory-tables.ts'

export class MemoryReportRepository implements ReportRepository {
  readonly #tables: MemoryTables

  constructor(tables: MemoryTables) {
    this.#tables = tables
  }

  async add(report: StoredReport): Promise<void> {
    this.#tables.reports.put(report.id, report)
  }

  async listForMessage(messageId: string): Promise<StoredReport[]> {
    return this.#tables.reports.where((report) => report.messageId === messageId)
  }
}
