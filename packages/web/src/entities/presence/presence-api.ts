import { request } from '../../shared/api/request.ts'

export function tellPresence(number: number, writing: boolean): Promise<void> {
  return request('PUT', `/api/tickets/${number}/presence`, { body: { writing } })
}

/** Goes out even while the page is being closed. Unheard it does no harm: presence is forgotten by itself. */
export function tellLeft(number: number): void {
  void fetch(`/api/tickets/${number}/presence`, { method: 'DELETE', keepalive: true }).catch(() => undefined)
}
