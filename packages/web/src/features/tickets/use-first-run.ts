import { useQuery } from '@tanstack/vue-query'
import { listTickets } from '../../entities/ticket/tickets-api.ts'
import { queryKeys } from '../../shared/api/query-keys.ts'

/** Whether nobody has ever texted this desk; false again by itself once the first text is there. */
export function useFirstRun() {
  const { data } = useQuery({
    queryKey: [...queryKeys.lists, 'is-first-run'],
    queryFn: async ({ signal }) => (await listTickets({ view: 'all', limit: 1 }, signal)).items.length === 0,
  })
  return data
}
