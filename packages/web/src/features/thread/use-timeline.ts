import { useInfiniteQuery, useQuery } from '@tanstack/vue-query'
import type { Message } from '@textdesk/server/contract'
import { computed, type MaybeRefOrGetter, toValue } from 'vue'
import { queryKeys } from '../../shared/api/query-keys.ts'
import { getTicket } from '../tickets/tickets-api.ts'
import { inOrder } from './merge-timeline.ts'
import { getTimeline } from './thread-api.ts'

/** The thread of one ticket, 50 items at a time. */
export function useTimeline(number: MaybeRefOrGetter<number>) {
  const query = useInfiniteQuery({
    queryKey: computed(() => queryKeys.timeline(toValue(number))),
    queryFn: ({ pageParam, signal }) => getTimeline(toValue(number), pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  })
  const items = computed(() => inOrder(query.data.value?.pages ?? []))
  const messages = computed(() => items.value.filter((item): item is Message => item.type === 'message'))
  return { query, items, messages }
}

export function useTicket(number: MaybeRefOrGetter<number>, enabled: MaybeRefOrGetter<boolean> = true) {
  return useQuery({
    queryKey: computed(() => queryKeys.ticket(toValue(number))),
    queryFn: ({ signal }) => getTicket(toValue(number), signal),
    enabled: () => toValue(enabled),
  })
}
