import { type ExpressionBuilder, sql } from 'kysely'
import { isLeased, isWaitingToLeave } from '../predicates.ts'
import { query } from '../query.ts'
import type { DeskSchema } from '../schema.ts'

export const pausesOfInboxes = query((db, _: object) =>
  db.selectFrom('inboxes').select(['id', 'paused_until as pausedUntil']),
)

/** Inbox by inbox, so that the queue of a paused one is not walked through. */
export const dueOf = query((db, p: { inboxId: string; now: number; limit: number }) =>
  db
    .selectFrom('messages')
    .select(['row', sql<number>`next_attempt_at`.as('dueAt')])
    .where('inbox_id', '=', p.inboxId)
    .where(isWaitingToLeave)
    .where('next_attempt_at', '<=', p.now)
    .where((eb) =>
      eb.or([isAutomatic(eb), eb.and([eb.not(eb.exists(inFlight(eb))), eb.not(eb.exists(older(eb, p.now)))])]),
    )
    .orderBy('next_attempt_at')
    .orderBy('row')
    .limit(p.limit),
)

/** What waits behind a text in flight is left out: it cannot be sent before that one is settled. */
export const earliestOf = query((db, p: { inboxId: string }) =>
  db
    .selectFrom('messages')
    .select(sql<number>`next_attempt_at`.as('dueAt'))
    .where('inbox_id', '=', p.inboxId)
    .where(isWaitingToLeave)
    .where((eb) => eb.or([isAutomatic(eb), eb.not(eb.exists(inFlight(eb)))]))
    .orderBy('next_attempt_at')
    .limit(1),
)

export const earliestLeaseEnd = query((db, _: object) =>
  db
    .selectFrom('messages')
    .select(sql<number>`lease_until`.as('leaseUntil'))
    .where(isLeased)
    .orderBy('lease_until')
    .limit(1),
)

type Candidate = ExpressionBuilder<DeskSchema, 'messages'>

/** Automatic texts neither wait nor block. */
function isAutomatic(eb: Candidate) {
  return eb('messages.kind', '<>', 'sms')
}

/** A person's text to the same contact that is under way. */
function inFlight(eb: Candidate) {
  return personsTexts(eb).where(sql<boolean>`other.delivery_state in ('claimed', 'dispatching')`)
}

/**
 * A person's text to the same contact that was written before and is due as well. Ids sort by the time they were made. The
 * plus keeps SQLite from looking through all that is due instead of the little that waits for one contact.
 */
function older(eb: Candidate, now: number) {
  return personsTexts(eb)
    .where(sql<boolean>`other.delivery_state in ('scheduled', 'queued')`)
    .where(sql<boolean>`+other.next_attempt_at <= ${now}`)
    .whereRef('other.id', '<', 'messages.id')
}

function personsTexts(eb: Candidate) {
  return eb
    .selectFrom('messages as other')
    .select('other.row')
    .whereRef('other.contact_id', '=', 'messages.contact_id')
    .whereRef('other.inbox_id', '=', 'messages.inbox_id')
    .where('other.kind', '=', 'sms')
    .where(sql<boolean>`other.delivery_state in ('scheduled', 'queued', 'claimed', 'dispatching')`)
}
