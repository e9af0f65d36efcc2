import { useQueryClient } from '@tanstack/vue-query'
import { useEventListener } from '@vueuse/core'
import { onScopeDispose, watch } from 'vue'
import { useSession } from './features/session/session.ts'
import { refreshTimeline } from './features/thread/refresh-timeline.ts'
import { queryKeys } from './shared/api/query-keys.ts'
import { coalesce } from './shared/events/coalesce.ts'
import { useConnection } from './shared/events/connection.ts'
import { DeskStream } from './shared/events/desk-stream.ts'

/** Keeps what is on screen up to date while somebody is signed in. Called once, by the app. */
export function useLiveDesk(): void {
  const queries = useQueryClient()
  const session = useSession()
  const connection = useConnection()
  const refreshLists = coalesce(() =>
    Promise.all([
      queries.invalidateQueries({ queryKey: queryKeys.lists }),
      queries.invalidateQueries({ queryKey: queryKeys.counts }),
      queries.invalidateQueries({ queryKey: queryKeys.phones }),
      queries.invalidateQueries({ queryKey: queryKeys.contacts }),
    ]),
  )

  const stream = new DeskStream({
    isSignedIn: () => session.stillSignedIn(),
    listener: {
      ticket(number) {
        void queries.invalidateQueries({ queryKey: queryKeys.ticket(number) })
        refreshTimeline(queries, number)
        refreshLists()
      },
      reset: () => void queries.invalidateQueries(),
      state: connection.change,
    },
  })

  useEventListener(window, 'online', () => stream.retryNow())
  onScopeDispose(() => stream.stop())
  watch(
    () => session.state === 'in' && !session.hasExpired,
    (isIn) => (isIn ? stream.start() : stream.stop()),
    { immediate: true },
  )
}
