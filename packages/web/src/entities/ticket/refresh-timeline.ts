import type { QueryClient } from '@tanstack/vue-query'
import type { Message } from '@textdesk/server/contract'
import { queryKeys } from '../../shared/api/query-keys.ts'
import { coalesce } from '../../shared/events/coalesce.ts'
import { mergeNewest, type TimelinePages } from './merge-timeline.ts'
import { getTimeline } from './thread-api.ts'

const refreshers = new Map<number, () => void>()
/** How often each thread was changed here: what was asked for before that is out of date when it comes. */
const changes = new Map<number, number>()

/** Fetches the newest page of a thread that is on screen; others are fetched when somebody opens them. */
export function refreshTimeline(queries: QueryClient, number: number): void {
  const queryKey = queryKeys.timeline(number)
  const query = queries.getQueryCache().find({ queryKey })
  if (!query?.isActive() || !query.state.data) {
    void queries.invalidateQueries({ queryKey })
    return
  }
  const refresher =
    refreshers.get(number) ??
    coalesce(() =>
      // The library tries again, and keeps what went wrong.
      loadNewest(queries, number).catch(() => queries.invalidateQueries({ queryKey })),
    )
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
  const before = changes.get(number)
  const fresh = await getTimeline(number, null)
  if (changes.get(number) !== before) return await loadNewest(queries, number)
  change(queries, number, (known) => mergeNewest(known, fresh))
}

/** Shows a message that was just stored, without waiting for the news of it. */
export function addToTimeline(queries: QueryClient, number: number, message: Message): void {
  change(queries, number, (known) => withMessage(known, message))
  refreshTimeline(queries, number)
}

/** What the library is fetching ends with the pages it began with, or may have been read before: then it is changed again. */
function change(queries: QueryClient, number: number, to: (known: TimelinePages) => TimelinePages): void {
  const queryKey = queryKeys.timeline(number)
  const query = queries.getQueryCache().find({ queryKey })
  const apply = (): unknown => queries.setQueryData<TimelinePages>(queryKey, (known) => known && to(known))
  changes.set(number, (changes.get(number) ?? 0) + 1)
  if (query?.state.fetchStatus !== 'idle') void query?.promise?.then(apply, () => undefined)
  apply()
}

function withMessage(known: TimelinePages, message: Message): TimelinePages {
  const newest = known.pages[0]
  if (!newest) return known
  const others = newest.items.filter(({ id }) => id !== message.id)
  return { ...known, pages: [{ ...newest, items: [...others, message] }, ...known.pages.slice(1)] }
}
