import type { AwaitedMessage, ReportRepository, StoredReport } from '@textdesk/core'
import { isHeld } from '../predicates.ts'
import { query } from '../query.ts'
import type { QuerySession } from '../query-session.ts'
import { fromReport, type NewReportRecord, toReport } from './report-row.ts'

export class KyselyReportRepository implements ReportRepository {
  readonly #session: QuerySession

  constructor(session: QuerySession) {
    this.#session = session
  }

  async add(report: StoredReport): Promise<void> {
    await this.#session.run(insert, fromReport(report))
  }

  async listForMessage(messageId: string): Promise<StoredReport[]> {
    const rows = await this.#session.all(reportsOf, { messageId })
    return rows.map(toReport)
  }

  async findHeld({ provider, reference, providerMessageId }: AwaitedMessage): Promise<StoredReport[]> {
    const awaited = { provider, reference, providerMessageId: providerMessageId ?? '' }
    const rows = await this.#session.all(heldFor, awaited)
    return rows.map(toReport)
  }

  async attach(reportId: string, messageId: string): Promise<void> {
    await this.#session.run(attached, { reportId, messageId })
  }

  async forgetHeld({ before, most, limit }: { before: number; most: number; limit: number }): Promise<number> {
    const held = await this.#session.first(countHeld, {})
    const tooMany = Math.max(0, Math.min((held?.count ?? 0) - most, limit))
    const surplus = tooMany === 0 ? 0 : await this.#session.run(forgetOldest, { limit: tooMany })
    return surplus + (await this.#session.run(forgetBefore, { before, limit: limit - surplus }))
  }
}

const insert = query((db, p: NewReportRecord) =>
  db.insertInto('delivery_reports').values({
    id: p.id,
    at: p.at,
    message_id: p.message_id,
    reference: p.reference,
    provider_message_id: p.provider_message_id,
    state: p.state,
    status: p.status,
    reason: p.reason,
    detail: p.detail,
    raw: p.raw,
    held_for: p.held_for,
    recipient: p.recipient,
    opts_out: p.opts_out,
  }),
)

export const reportsOf = query((db, p: { messageId: string }) =>
  db.selectFrom('delivery_reports').selectAll().where('message_id', '=', p.messageId).orderBy('row'),
)

/** A union, for an "or" would have SQLite walk through every report. */
export const heldFor = query(
  (db, p: { provider: AwaitedMessage['provider']; reference: string; providerMessageId: string }) =>
    db
      .selectFrom('delivery_reports')
      .selectAll()
      .where('held_for', '=', p.provider)
      .where('row', 'in', (eb) =>
        eb
          .selectFrom('delivery_reports')
          .select('row')
          .where(isHeld)
          .where('reference', '=', p.reference)
          .union(
            eb
              .selectFrom('delivery_reports')
              .select('row')
              .where(isHeld)
              .where('provider_message_id', '=', p.providerMessageId),
          ),
      )
      .orderBy('row'),
)

export const attached = query((db, p: { reportId: string; messageId: string }) =>
  db
    .updateTable('delivery_reports')
    .set({ message_id: p.messageId, held_for: null, recipient: null })
    .where('id', '=', p.reportId)
    .where(isHeld),
)

export const countHeld = query((db, _: object) =>
  db
    .selectFrom('delivery_reports')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where(isHeld),
)

const forgetOldest = query((db, p: { limit: number }) =>
  db
    .deleteFrom('delivery_reports')
    .where('row', 'in', (eb) =>
      eb.selectFrom('delivery_reports').select('row').where(isHeld).orderBy('at').orderBy('row').limit(p.limit),
    ),
)

const forgetBefore = query((db, p: { before: number; limit: number }) =>
  db
    .deleteFrom('delivery_reports')
    .where('row', 'in', (eb) =>
      eb
        .selectFrom('delivery_reports')
        .select('row')
        .where(isHeld)
        .where('at', '<', p.before)
        .orderBy('at')
        .orderBy('row')
        .limit(p.limit),
    ),
)
