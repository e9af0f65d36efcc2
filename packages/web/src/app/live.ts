import { type QueryClient, useQueryClient } from '@tanstack/vue-query'
import { useEventListener } from '@vueuse/core'
import { onScopeDispose, watch } from 'vue'
import { useSession } from '../entities/session/session.ts'
import { refreshThreads, refreshTimeline } from '../entities/ticket/refresh-timeline.ts'
import { queryKeys } from '../shared/api/query-keys.ts'
import { coalesce, leaveRoom } from '../shared/events/coalesce.ts'
import { useConnection } from '../shared/events/connection.ts'
import { tellDeskEvent } from '../shared/events/desk-events.ts'
import { SharedStream } from '../shared/events/shared-stream.ts'

/** The least between two rounds of fetching lists and counts. */
const LISTS_REST_MS = 200
/** Between two rounds of fetching everything; a connection that comes back must not wait for one that fails. */
const ALL_REST_MS = 500

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
  const lists = coalesce(
    () => invalidate(queryKeys.lists, queryKeys.counts, queryKeys.phones, queryKeys.contacts),
    leaveRoom(LISTS_REST_MS),
  )
  const all = coalesce(
    async () => {
      const isThread = (key: readonly unknown[]): boolean => key[0] === queryKeys.timelines[0]
      refreshThreads(queries)
      void queries.invalidateQueries({ predicate: ({ queryKey }) => !isThread(queryKey) })
    },
    () => ALL_REST_MS,
  )

  return {
    ticket(number: number): void {
      // What is read goes out first: a browser has few connections, and the desk answers in turn.
      refreshTimeline(queries, number)
      void invalidate(queryKeys.ticket(number))
      lists()
    },
    desk: () => void invalidate(queryKeys.desk, queryKeys.inboxes),
    all,
  }
}
