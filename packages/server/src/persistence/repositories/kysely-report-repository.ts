import type { ReportRepository, StoredReport } from '@textdesk/core'
import { query } from '../query.ts'
import type { QuerySession } from '../query-session.ts'

export class KyselyReportRepository implements ReportRepository {
  readonly #session: QuerySession

  constructor(session: QuerySession) {
    this.#session = session
  }

  async add(report: StoredReport): Promise<void> {
    await this.#session.run(insert, report)
  }

  async listForMessage(messageId: string): Promise<StoredReport[]> {
    return this.#session.all(ofMessage, { messageId })
  }
}

const insert = query((db, p: StoredReport) =>
  db.insertInto('delivery_reports').values({
    id: p.id,
    at: p.at,
    message_id: p.messageId,
    reference: p.reference,
    provider_message_id: p.providerMessageId,
    status: p.status,
    raw: p.raw,
  }),
)

const ofMessage = query((db, p: { messageId: string }) =>
  db
    .selectFrom('delivery_reports')
    .select([
      'id',
      'at',
      'message_id as messageId',
      'reference',
      'provider_message_id as providerMessageId',
      'status',
      'raw',
    ])
    .where('message_id', '=', p.messageId)
    .orderBy('row'),
)
