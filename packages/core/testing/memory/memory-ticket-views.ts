import type { TicketListQuery, TicketView } from '../../src/ports/ticket-queries.ts'
import { tagKey } from '../../src/ticket/tag.ts'
import type { Ticket } from '../../src/ticket/ticket.ts'
import type { Position } from './memory-page.ts'

type Belongs = (ticket: Ticket, query: Pick<TicketListQuery, 'agentId'>, needsAttention: boolean) => boolean

export const belongsTo: Record<TicketView, Belongs> = {
  waiting: (ticket) => ticket.status === 'open' && ticket.waitingSince !== null,
  mine: (ticket, { agentId }) => ticket.status !== 'closed' && ticket.assigneeId === agentId,
  unassigned: (ticket) => ticket.status !== 'closed' && ticket.assigneeId === null,
  open: (ticket) => ticket.status !== 'closed',
  replied: (ticket) => ticket.status === 'open' && ticket.waitingSince === null,
  snoozed: (ticket) => ticket.status === 'snoozed',
  attention: (_ticket, _query, needsAttention) => needsAttention,
  closed: (ticket) => ticket.status === 'closed' && ticket.mergedInto === null,
  all: (ticket) => ticket.mergedInto === null,
}

export function positionIn(view: TicketView, ticket: Pick<Ticket, 'number' | 'waitingSince' | 'updatedAt'>): Position {
  return view === 'waiting' ? [ticket.waitingSince ?? 0, ticket.number] : [-ticket.updatedAt, -ticket.number]
}

export function isNarrowedTo(ticket: Ticket, { tag, contactId }: Pick<TicketListQuery, 'tag' | 'contactId'>): boolean {
  const hasTag = tag == null || ticket.tags.some((each) => tagKey(each) === tagKey(tag))
  return hasTag && (contactId == null || ticket.contactId === contactId)
}
