import type { Contact, TicketList } from '@textdesk/server/contract'
import { withQuery } from '../../shared/api/query.ts'
import { request } from '../../shared/api/request.ts'

export function getContact(id: string, signal?: AbortSignal): Promise<Contact> {
  return request('GET', `/api/contacts/${id}`, { signal })
}

export function renameContact(id: string, name: string | null): Promise<void> {
  return request('PATCH', `/api/contacts/${id}`, { body: { name } })
}

export function changeNote(id: string, note: string | null): Promise<void> {
  return request('PATCH', `/api/contacts/${id}`, { body: { note } })
}

export function listContactTickets(id: string, limit: number, signal?: AbortSignal): Promise<TicketList> {
  return request('GET', withQuery(`/api/contacts/${id}/tickets`, { limit }), { signal })
}

/** A link that the browser saves as a file. */
export function exportPath(id: string, format: 'json' | 'csv'): string {
  return withQuery(`/api/contacts/${id}/export`, { format })
}

export function eraseContact(id: string): Promise<void> {
  return request('DELETE', `/api/contacts/${id}`)
}

/** For one inbox, or for all of them. */
export function optOut(id: string, inboxId: string | null): Promise<void> {
  return request('PUT', `/api/contacts/${id}/opt-out`, { body: inboxId === null ? {} : { inboxId } })
}

export function optIn(id: string, inboxId: string | null): Promise<void> {
  return request('DELETE', withQuery(`/api/contacts/${id}/opt-out`, { inboxId }))
}

export function block(id: string): Promise<void> {
  return request('PUT', `/api/contacts/${id}/block`)
}

export function unblock(id: string): Promise<void> {
  return request('DELETE', `/api/contacts/${id}/block`)
}
