import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/vue-query'
import type { Message } from '@textdesk/server/contract'
import { computed, type MaybeRefOrGetter, onScopeDispose, toValue } from 'vue'
import { queryKeys } from '../../shared/api/query-keys.ts'
import { inOrder, type TimelinePages } from './merge-timeline.ts'
import { withAsked } from './optimistic-ticket.ts'
import { rowInLists } from './row-in-lists.ts'
import { getTimeline } from './thread-api.ts'
import { getTicket } from './tickets-api.ts'

/** The thread of one ticket, 50 items at a time. */
export function useTimeline(number: MaybeRefOrGetter<number>) {
  const queries = useQueryClient()
  const key = computed(() => queryKeys.timeline(toValue(number)))
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => getTimeline(toValue(number), pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  })
  const items = computed(() => inOrder(query.data.value?.pages ?? []))
  const messages = computed(() => items.value.filter((item): item is Message => item.type === 'message'))
  // What was scrolled to is not fetched again, page by page, when somebody comes back. It is as old as it was.
  const own = key.value
  onScopeDispose(() => {
    const left = queries.getQueryCache().find<TimelinePages>({ queryKey: own })
    const { pages = [], pageParams = [] } = left?.state.data ?? {}
    if (pages.length > 1) left?.setState({ data: { pages: pages.slice(0, 1), pageParams: pageParams.slice(0, 1) } })
  })
  return { query, items, messages }
}

/** What a list shows of it stands in until the desk has answered, and where it can't. */
export function useTicket(number: MaybeRefOrGetter<number>, enabled: MaybeRefOrGetter<boolean> = true) {
  const queries = useQueryClient()
  return useQuery({
    queryKey: computed(() => queryKeys.ticket(toValue(number))),
    initialData: () => rowInLists(queries, toValue(number)),
    // Never fresh enough to be all that is asked for.
    initialDataUpdatedAt: 0,
    queryFn: async ({ signal }) => withAsked(await getTicket(toValue(number), signal)),
    enabled: () => toValue(enabled),
  })
}
