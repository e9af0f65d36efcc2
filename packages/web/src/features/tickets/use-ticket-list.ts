import { useInfiniteQuery } from '@tanstack/vue-query'
import type { TicketSummary } from '@textdesk/server/contract'
import { computed, type Ref, ref, shallowRef, watch } from 'vue'
import { queryKeys } from '../../shared/api/query-keys.ts'
import { type HeldRows, holdRows } from './hold-rows.ts'
import { listTickets } from './tickets-api.ts'
import type { ViewName } from './views.ts'

interface ListOf {
  readonly view: Ref<ViewName>
  readonly search: Ref<string>
  readonly tag: Ref<string>
  readonly open: Ref<number | null>
}

/** The tickets of a view, page by page, with arrivals held back while the reader is somewhere below the top. */
export function useTicketList({ view, search, tag, open }: ListOf) {
  const query = useInfiniteQuery({
    queryKey: computed(() => queryKeys.list(view.value, search.value, tag.value)),
    queryFn: ({ pageParam, signal }) =>
      listTickets({ view: view.value, search: search.value, tag: tag.value, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    // Only what is in view is drawn, so drawing it again costs less than comparing every row that was loaded.
    structuralSharing: false,
  })
  const fresh = computed(() => unique(query.data.value?.pages.flatMap(({ items }) => items) ?? []))
  const isAtTop = ref(true)
  const held = shallowRef<HeldRows>({ rows: [], pending: 0 })

  watch([view, search, tag], () => {
    isAtTop.value = true
    held.value = { rows: fresh.value, pending: 0 }
  })
  watch(
    [fresh, isAtTop, open],
    () => {
      const options = { held: !isAtTop.value, keep: open.value, hasMore: query.hasNextPage.value }
      held.value = holdRows(held.value.rows, fresh.value, options)
    },
    { immediate: true },
  )

  return {
    query,
    rows: computed(() => held.value.rows),
    pending: computed(() => held.value.pending),
    isAtTop,
    loadMore: () => {
      if (query.hasNextPage.value && !query.isFetching.value) void query.fetchNextPage()
    },
  }
}

/** A ticket that moved while pages were loaded can stand on two of them. */
function unique(rows: readonly TicketSummary[]): TicketSummary[] {
  return [...new Map(rows.map((row) => [row.number, row])).values()]
}
