import { useQuery } from '@tanstack/vue-query'
import type { Agent } from '@textdesk/server/contract'
import { queryKeys } from './query-keys.ts'
import { request } from './request.ts'

/** Everyone on the desk: whom a ticket can be assigned to, and whom the settings list. */
export function useAgents() {
  return useQuery({
    queryKey: queryKeys.agents,
    queryFn: ({ signal }) => request<{ items: Agent[] }>('GET', '/api/agents', { signal }),
    staleTime: 60_000,
  })
}
