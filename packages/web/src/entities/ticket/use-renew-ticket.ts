import { useQueryClient } from '@tanstack/vue-query'
import { queryKeys } from '../../shared/api/query-keys.ts'
import { refreshTimeline } from './refresh-timeline.ts'

/** Fetches again what shows a ticket that was just changed here. */
export function useRenewTicket(): (number: number) => void {
  const queries = useQueryClient()
  return (number) => {
    refreshTimeline(queries, number)
    for (const queryKey of [queryKeys.ticket(number), queryKeys.lists, queryKeys.counts]) {
      void queries.invalidateQueries({ queryKey })
    }
  }
}
