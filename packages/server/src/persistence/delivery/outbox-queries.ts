import type { MessageKind } from '@textdesk/core'
import { type ExpressionBuilder, type Kysely, sql } from 'kysely'
import { isLeased, isWaitingToLeave } from '../predicates.ts'
import { query } from '../query.ts'
import type { DeskSchema } from '../schema.ts'

const sending = [
  'id',
  'paused_until as pausedUntil',
  'texts_per_second as textsPerSecond',
  'paced_until_us as pacedUntilUs',
] as const

export const inboxesToSendFrom = query((db, _: object) => db.selectFrom('inboxes').select(sending))

/** But for those that another server is looking through at this moment. */
export const inboxesToClaimFrom = query((db, _: object) =>
  db.selectFrom('inboxes').select(sending).orderBy('id').forNoKeyUpdate().skipLocked(),
)

export const setPace = query((db, p: { inboxId: string; pacedUntilUs: number }) =>
  db.updateTable('inboxes').set({ paced_until_us: p.pacedUntilUs }).where('id', '=', p.inboxId),
)

/** Inbox by inbox, so that the queue of a paused one is not walked through. */
export const dueOf = query((db, p: { inboxId: string; now: number; limit: number }) =>
  waiting(db, 'sms', p.inboxId)
    .select(['row', sql<number>`next_attempt_at`.as('dueAt')])
    .where('next_attempt_at', '<=', p.now)
    .where((eb) => eb.not(eb.exists(inFlight(eb))))
    .where((eb) => eb.not(eb.exists(older(eb, p.now))))
    .limit(p.limit),
)

/** Automatic texts neither wait nor block. */
export const automaticDueOf = query((db, p: { inboxId: string; now: number; limit: number }) =>
  waiting(db, 'auto', p.inboxId)
    .select(['row', sql<number>`next_attempt_at`.as('dueAt')])
    .where('next_attempt_at', '<=', p.now)
    .limit(p.limit),
)

/** What waits behind a text in flight is left out: it cannot be sent before that one is settled. */
export const earliestOf = query((db, p: { inboxId: string }) =>
  waiting(db, 'sms', p.inboxId)
    .select(sql<number>`next_attempt_at`.as('dueAt'))
    .where((eb) => eb.not(eb.exists(inFlight(eb))))
    .limit(1),
)

export const earliestAutomaticOf = query((db, p: { inboxId: string }) =>
  waiting(db, 'auto', p.inboxId).select(sql<number>`next_attempt_at`.as('dueAt')).limit(1),
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

/** In the order of the index of what is due. */
function waiting(db: Kysely<DeskSchema>, kind: MessageKind, inboxId: string) {
  return db
    .selectFrom('messages')
    .where('inbox_id', '=', inboxId)
    .where('kind', '=', kind)
    .where(isWaitingToLeave)
    .orderBy('next_attempt_at')
    .orderBy('row')
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
