import type { AlertList, Checklist, RemovedPractice, System } from '@textdesk/server/contract'
import { request } from '../../shared/api/request.ts'

export function getChecklist(inboxId: string, signal?: AbortSignal): Promise<Checklist> {
  return request('GET', `/api/inboxes/${inboxId}/checklist`, { signal })
}

export function getSystem(signal?: AbortSignal): Promise<System> {
  return request('GET', '/api/system', { signal })
}

export function listAlerts(signal?: AbortSignal): Promise<AlertList> {
  return request('GET', '/api/alerts', { signal })
}

export function removePracticeTickets(): Promise<RemovedPractice> {
  return request('DELETE', '/api/practice-tickets')
}
