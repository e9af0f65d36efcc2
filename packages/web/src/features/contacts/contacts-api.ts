import type { Contact } from '@textdesk/server/contract'
import { withQuery } from '../../shared/api/query.ts'
import { request } from '../../shared/api/request.ts'

export function getContact(id: string, signal?: AbortSignal): Promise<Contact> {
  return request('GET', `/api/contacts/${id}`, { signal })
}

export function renameContact(id: string, name: string | null): Promise<void> {
  return request('PATCH', `/api/contacts/${id}`, { body: { name } })
}

export function optOut(id: string, inboxId: string): Promise<void> {
  return request('PUT', `/api/contacts/${id}/opt-out`, { body: { inboxId } })
}

export function optIn(id: string, inboxId: string): Promise<void> {
  return request('DELETE', withQuery(`/api/contacts/${id}/opt-out`, { inboxId }))
}

export function block(id: string): Promise<void> {
  return request('PUT', `/api/contacts/${id}/block`)
}

export function unblock(id: string): Promise<void> {
  return request('DELETE', `/api/contacts/${id}/block`)
}
