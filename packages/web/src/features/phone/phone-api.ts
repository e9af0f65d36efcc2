import type { PhoneMessages } from '@textdesk/server/contract'
import { request } from '../../shared/api/request.ts'

export function getPhone(number: string, signal?: AbortSignal): Promise<PhoneMessages> {
  return request('GET', `/api/simulator/phones/${encodeURIComponent(number)}/messages`, { signal })
}

export function writeFromPhone(number: string, body: string): Promise<unknown> {
  return request('POST', `/api/simulator/phones/${encodeURIComponent(number)}/messages`, { body: { body } })
}
