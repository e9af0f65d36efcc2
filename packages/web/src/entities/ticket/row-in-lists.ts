import type { InfiniteData, QueryClient } from '@tanstack/vue-query'
import type { TicketList, TicketSummary } from '@textdesk/server/contract'
import { queryKeys } from '../../shared/api/query-keys.ts'

/** The ticket as the list that was fetched last shows it: known before the desk is asked for the ticket, and without it. */
export function rowInLists(queries: QueryClient, number: number): TicketSummary | undefined {
  const lists = queries.getQueryCache().findAll({ queryKey: queryKeys.lists })
  const newestFirst = lists.toSorted((a, b) => b.state.dataUpdatedAt - a.state.dataUpdatedAt)
  for (const { state } of newestFirst) {
    const row = rowsOf(state.data).find((one) => one.number === number)
    if (row) return withoutHit(row)
  }
  return undefined
}

/** Not all that is kept under the name of lists is one. */
function rowsOf(data: unknown): TicketSummary[] {
  const pages = (data as Partial<InfiniteData<TicketList>> | undefined)?.pages ?? []
  return pages.flatMap(({ items }) => items)
}

function withoutHit({ hit: _, ...ticket }: TicketSummary): TicketSummary {
  return ticket
}
