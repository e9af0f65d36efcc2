import type { QueryClient } from '@tanstack/vue-query'
import type { Message } from '@textdesk/server/contract'
import { queryKeys } from '../../shared/api/query-keys.ts'
import { coalesce } from '../../shared/events/coalesce.ts'
import { mergeNewest, type TimelinePages } from './merge-timeline.ts'
import { getTimeline } from './thread-api.ts'

const refreshers = new Map<number, () => void>()

/** Fetches the newest page of a thread that is on screen; others are fetched when somebody opens them. */
export function refreshTimeline(queries: QueryClient, number: number): void {
  const queryKey = queryKeys.timeline(number)
  const query = queries.getQueryCache().find({ queryKey })
  if (!query?.isActive() || !query.state.data) {
    void queries.invalidateQueries({ queryKey })
    return
  }
  const refresher = refreshers.get(number) ?? coalesce(() => loadNewest(queries, number))
  refreshers.set(number, refresher)
  refresher()
}

/** Threads on screen catch up from their newest page; the others are fetched when somebody opens them. */
export function refreshThreads(queries: QueryClient): void {
  for (const { queryKey } of queries.getQueryCache().findAll({ queryKey: queryKeys.timelines })) {
    refreshTimeline(queries, Number(queryKey[1]))
  }
}

/** Awaited where the next step depends on what is new. */
export async function loadNewest(queries: QueryClient, number: number): Promise<void> {
  const fresh = await getTimeline(number, null)
  queries.setQueryData<TimelinePages>(queryKeys.timeline(number), (known) => known && mergeNewest(known, fresh))
}

/** Shows a message that was just stored, without waiting for the news of it. */
export function addToTimeline(queries: QueryClient, number: number, message: Message): void {
  const query = queries.getQueryCache().find({ queryKey: queryKeys.timeline(number) })
  // What is being loaded for the first time may have been read before the message was stored.
  if (query && !query.state.data)
    void query.promise?.then(
      () => append(queries, number, message),
      () => undefined,
    )
  else append(queries, number, message)
  refreshTimeline(queries, number)
}

function append(queries: QueryClient, number: number, message: Message): void {
  queries.setQueryData<TimelinePages>(queryKeys.timeline(number), (known) => {
    const newest = known?.pages[0]
    if (!known || !newest) return known
    const others = newest.items.filter(({ id }) => id !== message.id)
    return { ...known, pages: [{ ...newest, items: [...others, message] }, ...known.pages.slice(1)] }
  })
}
