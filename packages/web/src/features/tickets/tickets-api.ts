import type { TagList, Tags, TicketList, TicketSummary, TicketView, ViewCounts } from '@textdesk/server/contract'
import { withQuery } from '../../shared/api/query.ts'
import { request } from '../../shared/api/request.ts'

/** More than a screen shows, and little enough for a slow line. */
const PAGE = 30

export interface TicketsAskedFor {
  readonly view: TicketView
  readonly search?: string
  readonly tag?: string
  readonly cursor?: string | null
  readonly limit?: number
}

export function listTickets(asked: TicketsAskedFor, signal?: AbortSignal): Promise<TicketList> {
  const { view, search = '', tag = '', cursor = null, limit = PAGE } = asked
  return request('GET', withQuery('/api/tickets', { view, q: search, tag, cursor, limit }), { signal })
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

/** The tags as they are kept: a tag that the desk knows keeps the desk's spelling. */
export function putTags(number: number, tags: readonly string[]): Promise<Tags> {
  return request('PUT', `/api/tickets/${number}/tags`, { body: { tags } })
}

export function listTags(signal?: AbortSignal): Promise<TagList> {
  return request('GET', '/api/tags', { signal })
}

/** Until: ISO, in the future and within a year. */
export function snoozeTicket(number: number, until: string): Promise<void> {
  return request('PUT', `/api/tickets/${number}/snooze`, { body: { until } })
}

export function wakeTicket(number: number): Promise<void> {
  return request('DELETE', `/api/tickets/${number}/snooze`)
}

/** What looked like the wish for no more texts is none. */
export function dismissStopRequest(number: number): Promise<void> {
  return request('DELETE', `/api/tickets/${number}/stop-request`)
}
