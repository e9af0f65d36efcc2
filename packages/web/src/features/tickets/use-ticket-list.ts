import { useInfiniteQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, type Ref, ref, shallowRef, watch } from 'vue'
import { withAsked } from '../../entities/ticket/optimistic-ticket.ts'
import { listTickets } from '../../entities/ticket/tickets-api.ts'
import { useTicket } from '../../entities/ticket/use-timeline.ts'
import type { ViewName } from '../../entities/ticket/views.ts'
import { queryKeys } from '../../shared/api/query-keys.ts'
import { fetchPage } from './fetch-page.ts'
import { type HeldRows, holdRows } from './hold-rows.ts'
import { type ListPages, lagsBehind, rowsOf } from './list-pages.ts'

interface ListOf {
  readonly view: Ref<ViewName>
  readonly search: Ref<string>
  readonly tag: Ref<string>
  readonly open: Ref<number | null>
  /** The tickets whose rows must be up to date at any time. */
  readonly watched: () => ReadonlySet<number>
}

/** The tickets of a view, page by page, with arrivals held back while the reader is somewhere below the top. */
export function useTicketList({ view, search, tag, open, watched }: ListOf) {
  const queries = useQueryClient()
  const query = useInfiniteQuery({
    queryKey: computed(() => queryKeys.list(view.value, search.value, tag.value)),
    queryFn: ({ queryKey, pageParam, signal }) => {
      const asked = { view: view.value, search: search.value, tag: tag.value }
      return fetchPage({
        view: asked.view,
        cursor: pageParam,
        known: queries.getQueryData<ListPages>(queryKey),
        isMore: queries.getQueryState(queryKey)?.fetchMeta?.fetchMore !== undefined,
        watched,
        load: async (cursor) => {
          const list = await listTickets({ ...asked, cursor }, signal)
          return { ...list, items: list.items.map(withAsked) }
        },
      })
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    // Only what is in view is drawn, so drawing it again costs less than comparing every row that was loaded.
    structuralSharing: false,
  })
  const pages = computed(() => query.data.value?.pages ?? [])
  const fresh = computed(() => rowsOf(pages.value))
  const { data: openTicket } = useTicket(
    () => open.value ?? 0,
    () => false,
  )
  const isAtTop = ref(true)
  const held = shallowRef<HeldRows>({ rows: [], pending: 0 })

  watch([view, search, tag], () => {
    isAtTop.value = true
    held.value = { rows: fresh.value, pending: 0 }
  })
  watch(
    [fresh, isAtTop, open],
    ([rows, atTop, keep], [rowsBefore, wasAtTop, kept]) => {
      // Another ticket is open, and the one before stays where it is anyway: ten thousand rows need no comparing.
      const isOnlyOpened = rows === rowsBefore && atTop === wasAtTop
      if (isOnlyOpened && rows.some(({ number }) => number === kept)) return
      held.value = holdRows(held.value.rows, rows, { held: !atTop, keep, hasMore: query.hasNextPage.value })
    },
    { immediate: true },
  )

  /** No answer about the view renews the row of a ticket that left it, so that row shows the ticket itself. */
  const rows = computed(() => {
    const ticket = openTicket.value
    if (!ticket || fresh.value.some(({ number }) => number === ticket.number)) return held.value.rows
    const index = held.value.rows.findIndex(({ number }) => number === ticket.number)
    return index < 0 ? held.value.rows : held.value.rows.with(index, ticket)
  })

  return {
    query,
    rows,
    pending: computed(() => held.value.pending),
    isAtTop,
    loadMore: () => {
      if (query.hasNextPage.value && !query.isFetching.value) void query.fetchNextPage()
    },
    /** Pages that came back into sight may have missed news. */
    catchUp: () => {
      if (!query.isFetching.value && lagsBehind(pages.value, watched)) void query.refetch()
    },
  }
}
