import { tagKey } from '../../src/domain/ticket/tag.ts'
import type { Ticket } from '../../src/domain/ticket/ticket.ts'
import type { TicketListQuery } from '../../src/ports/queries/ticket-queries.ts'
import { isInView, isOldestFirst, momentIn, type TicketView } from '../../src/text/ticket-views.ts'
import type { Position } from './memory-page.ts'

export function belongsTo(view: TicketView, ticket: Ticket, agentId: string, needsAttention: boolean): boolean {
  const { status, waitingSince, assigneeId, mergedInto } = ticket
  const assignee = assigneeId === null ? null : { id: assigneeId }
  return isInView(view, { status, waitingSince, assignee, mergedInto, needsAttention }, agentId)
}

export function positionIn(view: TicketView, ticket: Pick<Ticket, 'number' | 'waitingSince' | 'updatedAt'>): Position {
  const moment = momentIn(view, ticket)
  return isOldestFirst(view) ? [moment, ticket.number] : [-moment, -ticket.number]
}

export function isNarrowedTo(ticket: Ticket, { tag, contactId }: Pick<TicketListQuery, 'tag' | 'contactId'>): boolean {
  const hasTag = tag == null || ticket.tags.some((each) => tagKey(each) === tagKey(tag))
  return hasTag && (contactId == null || ticket.contactId === contactId)
}
