import type { StoredReport } from '../../src/domain/message/stored-report.ts'
import type { AwaitedMessage, ReportRepository } from '../../src/ports/repositories/report-repository.ts'
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

  async findHeld({ provider, reference, providerMessageId }: AwaitedMessage): Promise<StoredReport[]> {
    return this.#tables.reports.where(
      (report) =>
        report.held?.provider === provider &&
        (report.reference === reference ||
          (providerMessageId !== null && report.providerMessageId === providerMessageId)),
    )
  }

  async attach(reportId: string, messageId: string): Promise<void> {
    const report = this.#tables.reports.get(reportId)
    if (report) this.#tables.reports.replace(reportId, { ...report, messageId, held: null })
  }

  async forgetHeld(request: { before: number; most: number; limit: number }): Promise<number> {
    const oldestFirst = this.#tables.reports.where(({ held }) => held !== null).sort((a, b) => a.at - b.at)
    const tooMany = oldestFirst.length - request.most
    const forgotten = oldestFirst.filter(({ at }, place) => at < request.before || place < tooMany)
    for (const { id } of forgotten.slice(0, request.limit)) this.#tables.reports.remove(id)
    return Math.min(forgotten.length, request.limit)
  }
}
