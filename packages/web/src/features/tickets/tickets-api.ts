import type { TicketList, TicketSummary, TicketView, ViewCounts } from '@textdesk/server/contract'
import { withQuery } from '../../shared/api/query.ts'
import { request } from '../../shared/api/request.ts'

export function listTickets(
  view: TicketView,
  search: string,
  cursor: string | null,
  signal?: AbortSignal,
): Promise<TicketList> {
  return request('GET', withQuery('/api/tickets', { view, q: search, cursor, limit: 50 }), { signal })
}

export function countViews(signal?: AbortSignal): Promise<ViewCounts> {
  return request('GET', '/api/views', { signal })
}

export function getTicket(number: number, signal?: AbortSignal): Promise<TicketSummary> {
  return request('GET', `/api/tickets/${number}`, { signal })
}

export function startConversation(input: { phone: string; body: string; inboxId?: string }): Promise<TicketSummary> {
  return request('POST', '/api/tickets', { body: input })
}

export function closeTicket(number: number, seenMessageId: string | null): Promise<void> {
  return request('PUT', `/api/tickets/${number}/closure`, { body: seenMessageId ? { seenMessageId } : {} })
}

export function reopenTicket(number: number): Promise<void> {
  return request('DELETE', `/api/tickets/${number}/closure`)
}

export function assignTicket(number: number, agentId: string | null): Promise<void> {
  return request('PUT', `/api/tickets/${number}/assignee`, { body: { agentId } })
}

export function markRead(number: number, messageId: string): Promise<void> {
  return request('PUT', `/api/tickets/${number}/read`, { body: { messageId } })
}
