import { useQueryClient } from '@tanstack/vue-query'
import { usePresence } from '../../entities/presence/presence.ts'
import { queryKeys } from '../../shared/api/query-keys.ts'
import { useDeskEvents } from '../../shared/events/desk-events.ts'

/** What the desk tells besides tickets: who looks at which, and that the canned replies changed. Called once, by the app. */
export function useTriageNews(): void {
  const queries = useQueryClient()
  const presence = usePresence()

  useDeskEvents(({ event, data }) => {
    if (event === 'reset') presence.clear()
    if (event === 'presence') presence.told(data.number, data.viewers)
    if (event === 'canned-replies') void queries.invalidateQueries({ queryKey: queryKeys.cannedReplies })
  })
}
