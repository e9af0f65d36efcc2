import { type DeliveryHistory, historyItems } from '@textdesk/core'
import { toMessage } from '../message/message-row.ts'
import { query } from '../query.ts'
import type { QuerySession } from '../query-session.ts'
import { attemptsOf, toAttempt } from './kysely-attempt-repository.ts'
import { reportsOf } from './kysely-report-repository.ts'
import { toReport } from './report-row.ts'

export async function readDeliveryHistory(
  session: Pick<QuerySession, 'all' | 'first'>,
  ticketNumber: number,
  messageId: string,
): Promise<DeliveryHistory | null> {
  const row = await session.first(outgoing, { ticketNumber, messageId })
  if (!row) return null
  const attempts = await session.all(attemptsOf, { messageId })
  const reports = await session.all(reportsOf, { messageId })
  const settledBy = row.settled_by === null ? undefined : await session.first(agent, { id: row.settled_by })
  return {
    message: toMessage(row),
    settledBy: settledBy ?? null,
    items: historyItems(attempts.map(toAttempt), reports.map(toReport)),
  }
}

const outgoing = query((db, p: { ticketNumber: number; messageId: string }) =>
  db
    .selectFrom('messages')
    .selectAll()
    .where('id', '=', p.messageId)
    .where('ticket_number', '=', p.ticketNumber)
    .where('delivery_state', 'is not', null),
)

const agent = query((db, p: { id: string }) => db.selectFrom('agents').select(['id', 'name']).where('id', '=', p.id))
