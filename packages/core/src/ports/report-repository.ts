export interface StoredReport {
  readonly id: string
  readonly at: number
  /** Null when no message of ours was meant. */
  readonly messageId: string | null
  readonly reference: string | null
  readonly providerMessageId: string | null
  readonly status: string
  /** The fields as they came, as JSON; without any when no message of ours was meant. */
  readonly raw: string
}

/** Every delivery report, in the order they came. */
export interface ReportRepository {
  add(report: StoredReport): Promise<void>
  /** The message's reports in the order they came. */
  listForMessage(messageId: string): Promise<StoredReport[]>
}
