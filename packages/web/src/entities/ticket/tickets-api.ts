import type {
  StartedConversation,
  TagList,
  Tags,
  TicketList,
  TicketSummary,
  TicketView,
  UndoneAction,
  ViewCounts,
} from '@textdesk/server/contract'
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

/** With a customer who has an open ticket the text becomes the draft there. */
export function startConversation(input: {
  phone: string
  body: string
  inboxId?: string
}): Promise<StartedConversation> {
  return request('POST', '/api/tickets', { body: input })
}

/** What was done under this key is undone, as long as nobody has changed it since. */
export function undoAction(number: number, key: string): Promise<UndoneAction> {
  return request('DELETE', `/api/tickets/${number}/actions/${key}`)
}

export function closeTicket(number: number, seenMessageId: string | null, undoKey: string): Promise<void> {
  const body = seenMessageId ? { seenMessageId } : {}
  return request('PUT', `/api/tickets/${number}/closure`, { body, ...undoable(undoKey) })
}

export function reopenTicket(number: number, undoKey: string): Promise<void> {
  return request('DELETE', `/api/tickets/${number}/closure`, undoable(undoKey))
}

export function assignTicket(number: number, agentId: string | null, undoKey: string): Promise<void> {
  return request('PUT', `/api/tickets/${number}/assignee`, { body: { agentId }, ...undoable(undoKey) })
}

export function markRead(number: number, messageId: string): Promise<void> {
  return request('PUT', `/api/tickets/${number}/read`, { body: { messageId } })
}

/** The ticket's tags then: a tag that the desk knows keeps the desk's spelling. */
export function addTag(number: number, tag: string, undoKey: string): Promise<Tags> {
  return request('PUT', tagPath(number, tag), { body: {}, ...undoable(undoKey) })
}

export function removeTag(number: number, tag: string, undoKey: string): Promise<Tags> {
  return request('DELETE', tagPath(number, tag), undoable(undoKey))
}

function tagPath(number: number, tag: string): string {
  return `/api/tickets/${number}/tags/${encodeURIComponent(tag)}`
}

export function listTags(signal?: AbortSignal): Promise<TagList> {
  return request('GET', '/api/tags', { signal })
}

/** Until: ISO, in the future and within a year. */
export function snoozeTicket(number: number, until: string, undoKey: string): Promise<void> {
  return request('PUT', `/api/tickets/${number}/snooze`, { body: { until }, ...undoable(undoKey) })
}

export function wakeTicket(number: number, undoKey: string): Promise<void> {
  return request('DELETE', `/api/tickets/${number}/snooze`, undoable(undoKey))
}

function undoable(undoKey: string) {
  return { headers: { 'undo-key': undoKey } }
}

/** What looked like the wish for no more texts is none. */
export function dismissStopRequest(number: number): Promise<void> {
  return request('DELETE', `/api/tickets/${number}/stop-request`)
}
