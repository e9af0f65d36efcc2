import { useRoute, useRouter } from 'vue-router'
import { useUndo } from './undo.ts'

/** Undoes what was done last, and leads back to its ticket, unless the agent has gone elsewhere meanwhile. */
export function useUndoLast(): () => Promise<void> {
  const [route, router, undo] = [useRoute(), useRouter(), useUndo()]
  return async () => {
    const from = route.fullPath
    const ticket = await undo.undoLast()
    if (ticket === null || route.fullPath !== from || route.params['ticketNumber'] === String(ticket)) return
    const view = route.params['view']
    if (typeof view === 'string') await router.push({ path: `/inbox/${view}/${ticket}`, query: route.query })
    else await router.push(`/inbox/all/${ticket}`)
  }
}
