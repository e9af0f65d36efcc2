import { UNSETTLED_STATES } from '@textdesk/core/text'
import { sql } from 'kysely'

/*
 * The conditions of partial indexes, with literals: a planner cannot tell that a bound value would satisfy them.
 */

export const ticketIsOpen = sql<boolean>`${sql.ref('tickets.status')} <> 'closed'`
export const ticketIsClosed = sql<boolean>`${sql.ref('tickets.status')} = 'closed'`
export const ticketIsSnoozed = sql<boolean>`${sql.ref('tickets.status')} = 'snoozed'`
export const ticketWaits = sql<boolean>`${sql.ref('tickets.status')} = 'open' and ${sql.ref('tickets.waiting_since')} is not null`
export const ticketIsReplied = sql<boolean>`${sql.ref('tickets.status')} = 'open' and ${sql.ref('tickets.waiting_since')} is null`

const state = sql.ref('messages.delivery_state')

/** Waits for its time. */
export const isWaitingToLeave = sql<boolean>`${state} in ('scheduled', 'queued')`
/** Somebody holds a lease on it. */
export const isLeased = sql<boolean>`${state} in ('claimed', 'dispatching')`
/** In the outbox at all. */
export const isInOutbox = sql<boolean>`${state} in ('scheduled', 'queued', 'claimed', 'dispatching')`
/** What `isUnsettled` of the core says. */
export const isUnsettled = sql<boolean>`${sql.ref('messages.kind')} = 'sms' and ${sql.ref('messages.settled_at')} is null and ${state} in (${sql.join(UNSETTLED_STATES.map((each) => sql.lit(each)))})`
/** A report that waits for its message. */
export const isHeld = sql<boolean>`${sql.ref('delivery_reports.held_for')} is not null`
export const isUncertain = sql<boolean>`${state} = 'uncertain'`
/** The desk found it in the provider's list. */
export const isFetched = sql<boolean>`${sql.ref('messages.arrival')} = 'fetched'`
/** It was to be delivered. */
export const isOutbound = sql<boolean>`${sql.ref('messages.direction')} = 'out' and ${state} is not null`
export const isInbound = sql<boolean>`${sql.ref('messages.direction')} = 'in'`
