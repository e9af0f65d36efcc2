import { type RawBuilder, sql } from 'kysely'
import { ticketIsOpen, ticketWaits } from '../predicates.ts'
import { query } from '../query.ts'
import { needsAgent } from './ticket-views.ts'

/** Nobody reads a longer queue by its number. */
const COUNT_LIMIT = 1_000

export const countWaiting = query((db, _: object) =>
  db.selectNoFrom(upToLimit(sql`select 1 from tickets where ${ticketWaits}`)),
)

export const countUnassigned = query((db, _: object) =>
  db.selectNoFrom(upToLimit(sql`select 1 from tickets where ${ticketIsOpen} and tickets.assignee_id is null`)),
)

export const countAttention = query((db, p: { now: number }) =>
  db.selectNoFrom(upToLimit(sql`select distinct messages.ticket_number from messages where ${needsAgent(p)}`)),
)

function upToLimit(rows: RawBuilder<unknown>) {
  return sql<number>`(select count(*) from (${rows} limit ${sql.lit(COUNT_LIMIT)}) as counted)`.as('count')
}
