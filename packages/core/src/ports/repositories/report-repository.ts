import type { Provider } from '../../domain/inbox/inbox.ts'
import type { StoredReport } from '../../domain/message/stored-report.ts'

/** What is known of a message that reports may wait for. */
export interface AwaitedMessage {
  readonly provider: Provider
  /** Our message id. */
  readonly reference: string
  readonly providerMessageId: string | null
}

/** Every delivery report, in the order they came. */
export interface ReportRepository {
  add(report: StoredReport): Promise<void>
  /** The message's reports in the order they came. */
  listForMessage(messageId: string): Promise<StoredReport[]>
  /** Reports that wait for this message, in the order they came. */
  findHeld(message: AwaitedMessage): Promise<StoredReport[]>
  /** A held report has found its message and waits no longer. */
  attach(reportId: string, messageId: string): Promise<void>
  /** Removes up to `limit` held reports that came before `before`, or that are not among the newest `most`. How many. */
  forgetHeld(request: { before: number; most: number; limit: number }): Promise<number>
}
