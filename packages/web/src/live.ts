import { type QueryClient, useQueryClient } from '@tanstack/vue-query'
import { useEventListener } from '@vueuse/core'
import { onScopeDispose, watch } from 'vue'
import { useSession } from './features/session/session.ts'
import { refreshThreads, refreshTimeline } from './features/thread/refresh-timeline.ts'
import { queryKeys } from './shared/api/query-keys.ts'
import { coalesce } from './shared/events/coalesce.ts'
import { useConnection } from './shared/events/connection.ts'
import { tellDeskEvent } from './shared/events/desk-events.ts'
import { SharedStream } from './shared/events/shared-stream.ts'

/** Keeps what is on screen up to date while somebody is signed in. Called once, by the app. */
export function useLiveDesk(): void {
  const queries = useQueryClient()
  const session = useSession()
  const connection = useConnection()
  const refresh = freshener(queries)

  const stream = new SharedStream({
    locks: typeof BroadcastChannel === 'undefined' ? null : (navigator.locks ?? null),
    openChannel: (name) => new BroadcastChannel(name),
    askSession: session.ask,
    listener: {
      event(event) {
        if (event.event === 'ticket') refresh.ticket(event.data.number)
        if (event.event === 'desk') refresh.desk()
        if (event.event === 'reset') refresh.all()
        tellDeskEvent(event)
      },
      state: connection.change,
    },
  })

  useEventListener(window, 'online', () => stream.retryNow())
  useEventListener(window, 'offline', () => stream.lost())
  onScopeDispose(() => stream.stop())
  watch(
    () => session.state === 'in' && !session.hasExpired,
    (isIn) => (isIn ? stream.start() : stream.stop()),
    { immediate: true },
  )
}

/** What each piece of news makes stale. Only what is on screen is fetched at once; the rest when it is next shown. */
function freshener(queries: QueryClient) {
  const invalidate = (...keys: readonly (readonly unknown[])[]): Promise<unknown> =>
    Promise.all(keys.map((queryKey) => queries.invalidateQueries({ queryKey })))
  const lists = coalesce(() => invalidate(queryKeys.lists, queryKeys.counts, queryKeys.phones, queryKeys.contacts))

  return {
    ticket(number: number): void {
      void invalidate(queryKeys.ticket(number))
      refreshTimeline(queries, number)
      lists()
    },
    desk: () => void invalidate(queryKeys.desk, queryKeys.inboxes),
    all(): void {
      const isThread = (key: readonly unknown[]): boolean => key[0] === queryKeys.timelines[0]
      void queries.invalidateQueries({ predicate: ({ queryKey }) => !isThread(queryKey) })
      refreshThreads(queries)
    },
  }
}
