import { ticketIsClosed, ticketIsOpen, ticketIsSnoozed } from '../predicates.ts'
import { query } from '../query.ts'

/* Tickets found to be changed: their rows are locked until the transaction ends. */

export const byNumber = query((db, p: { number: number }) =>
  db.selectFrom('tickets').selectAll().where('number', '=', p.number).forUpdate(),
)

export const current = query((db, p: { inboxId: string; contactId: string }) =>
  db
    .selectFrom('tickets')
    .selectAll()
    .where('contact_id', '=', p.contactId)
    .where('inbox_id', '=', p.inboxId)
    .where(ticketIsOpen)
    .forUpdate(),
)

export const newestClosed = query((db, p: { inboxId: string; contactId: string }) =>
  db
    .selectFrom('tickets')
    .selectAll()
    .where('contact_id', '=', p.contactId)
    .where('inbox_id', '=', p.inboxId)
    .where(ticketIsClosed)
    .where('merged_into', 'is', null)
    .orderBy('closed_at', 'desc')
    .orderBy('number', 'desc')
    .limit(1)
    .forUpdate(),
)

export const dueToWake = query((db, p: { now: number; limit: number }) =>
  db
    .selectFrom('tickets')
    .selectAll()
    .where(ticketIsSnoozed)
    .where('snoozed_until', '<=', p.now)
    .orderBy('snoozed_until')
    .orderBy('number')
    .limit(p.limit)
    .forUpdate(),
)

export const firstToWakeAfter = query((db, p: { now: number }) =>
  db
    .selectFrom('tickets')
    .select('snoozed_until')
    .where(ticketIsSnoozed)
    .where('snoozed_until', '>', p.now)
    .orderBy('snoozed_until')
    .limit(1),
)

export const assignedTo = query((db, p: { agentId: string; limit: number }) =>
  db
    .selectFrom('tickets')
    .selectAll()
    .where(ticketIsOpen)
    .where('assignee_id', '=', p.agentId)
    .orderBy('number')
    .limit(p.limit)
    .forUpdate(),
)

export const assignedToDisabled = query((db, p: { limit: number }) =>
  db
    .selectFrom('tickets')
    .selectAll()
    .where(ticketIsOpen)
    .where('assignee_id', 'in', (of) => of.selectFrom('agents').select('id').where('disabled_at', 'is not', null))
    .limit(p.limit)
    .forUpdate(),
)
