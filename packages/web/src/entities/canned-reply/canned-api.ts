import { useQuery } from '@tanstack/vue-query'
import type { CannedReply, CannedReplyList } from '@textdesk/server/contract'
import { queryKeys } from '../../shared/api/query-keys.ts'
import { request } from '../../shared/api/request.ts'

export interface CannedReplyFields {
  readonly shortcut: string
  readonly title: string | null
  readonly body: string
}

/** By shortcut. */
export function useCannedReplies() {
  return useQuery({
    queryKey: queryKeys.cannedReplies,
    queryFn: ({ signal }) => request<CannedReplyList>('GET', '/api/canned-replies', { signal }),
    staleTime: 60_000,
  })
}

export function addCannedReply(fields: CannedReplyFields): Promise<CannedReply> {
  return request('POST', '/api/canned-replies', { body: fields })
}

export function changeCannedReply(id: string, fields: CannedReplyFields): Promise<CannedReply> {
  return request('PATCH', `/api/canned-replies/${id}`, { body: fields })
}

export function removeCannedReply(id: string): Promise<void> {
  return request('DELETE', `/api/canned-replies/${id}`)
}
