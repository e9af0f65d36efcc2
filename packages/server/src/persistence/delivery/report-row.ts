import type { StoredReport } from '@textdesk/core'
import type { Insertable, Selectable } from 'kysely'
import type { DeskSchema } from '../schema.ts'

type ReportRecord = Selectable<DeskSchema['delivery_reports']>
export type NewReportRecord = Required<Omit<Insertable<DeskSchema['delivery_reports']>, 'row'>>

export function toReport(row: ReportRecord): StoredReport {
  return {
    id: row.id,
    at: row.at,
    messageId: row.message_id,
    reference: row.reference,
    providerMessageId: row.provider_message_id,
    state: row.state,
    status: row.status,
    reason: row.reason,
    detail: row.detail,
    raw: row.raw,
    held: row.held_for && { provider: row.held_for, recipient: row.recipient, optsOut: row.opts_out === 1 },
  }
}

export function fromReport({ held, ...report }: StoredReport): NewReportRecord {
  return {
    id: report.id,
    at: report.at,
    message_id: report.messageId,
    reference: report.reference,
    provider_message_id: report.providerMessageId,
    state: report.state,
    status: report.status,
    reason: report.reason,
    detail: report.detail,
    raw: report.raw,
    held_for: held?.provider ?? null,
    recipient: held?.recipient ?? null,
    opts_out: held?.optsOut ? 1 : 0,
  }
}
