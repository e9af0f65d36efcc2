import { sql } from 'kysely'
import { isFetched, isInbound, isLeased, isOutbound, isUnsettled, isWaitingToLeave } from '../predicates.ts'
import { query } from '../query.ts'

export const everyInboxId = query((db, _: object) => db.selectFrom('inboxes').select('id'))

export const waitingToLeave = query((db, p: { inboxId: string; now: number }) =>
  db
    .selectFrom('messages')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('inbox_id', '=', p.inboxId)
    .where(isWaitingToLeave)
    .where('next_attempt_at', '>', p.now),
)

export const dueToLeave = query((db, p: { inboxId: string; now: number }) =>
  db
    .selectFrom('messages')
    .select((eb) => [eb.fn.countAll<number>().as('count'), sql<number | null>`min(next_attempt_at)`.as('oldest')])
    .where('inbox_id', '=', p.inboxId)
    .where(isWaitingToLeave)
    .where('next_attempt_at', '<=', p.now),
)

export const onTheirWay = query((db, _: object) =>
  db
    .selectFrom('messages')
    .select((eb) => ['inbox_id as inboxId', eb.fn.countAll<number>().as('count')])
    .where(isLeased)
    .groupBy('inbox_id'),
)

export const unsettledByState = query((db, _: object) =>
  db
    .selectFrom('messages')
    .select((eb) => ['delivery_state as state', eb.fn.countAll<number>().as('count')])
    .where(isUnsettled)
    .groupBy('delivery_state'),
)

export const textsBetween = query((db, p: { inboxId: string; from: number; to: number }) =>
  db
    .selectFrom('messages')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('inbox_id', '=', p.inboxId)
    .where(isInbound)
    .where('at', '>=', p.from)
    .where('at', '<', p.to),
)

export const deliveriesBetween = query((db, p: { inboxId: string; from: number; to: number }) =>
  db
    .selectFrom('messages')
    .select((eb) => [
      eb.fn.countAll<number>().as('left'),
      sql<number>`coalesce(sum(case delivery_state when 'delivered' then 1 else 0 end), 0)`.as('delivered'),
    ])
    .where('inbox_id', '=', p.inboxId)
    .where(isOutbound)
    .where('at', '>=', p.from)
    .where('at', '<', p.to)
    .where('delivery_state', 'not in', ['scheduled', 'queued', 'claimed', 'dispatching', 'cancelled']),
)

export const fetchedSince = query((db, p: { since: number }) =>
  db
    .selectFrom('messages')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where(isFetched)
    .where('at', '>=', p.since),
)

export const firstTextOf = query((db, p: { inboxId: string }) =>
  db.selectFrom('messages').select('at').where('inbox_id', '=', p.inboxId).where(isInbound).orderBy('at').limit(1),
)
