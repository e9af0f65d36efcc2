import type { Draft } from '@textdesk/server/contract'
import { withQuery } from '../../shared/api/query.ts'
import { request } from '../../shared/api/request.ts'
import type { Mode } from './drafts.ts'

export function listDrafts(): Promise<{ items: Draft[] }> {
  return request('GET', '/api/drafts')
}

export function storeDraft(number: number, mode: Mode, body: string): Promise<void> {
  return request('PUT', `/api/drafts/${number}`, { body: { mode, body } })
}

export function discardDraft(number: number, mode: Mode): Promise<void> {
  return request('DELETE', withQuery(`/api/drafts/${number}`, { mode }))
}
