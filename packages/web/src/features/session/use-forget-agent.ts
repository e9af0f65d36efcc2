import { useQueryClient } from '@tanstack/vue-query'
import { onScopeDispose, watch } from 'vue'
import { onSignedOutElsewhere } from '../../entities/session/empty-browser.ts'
import { useSession } from '../../entities/session/session.ts'
import { useDeskEvents } from '../../shared/events/desk-events.ts'
import { useUndo } from '../undo/undo.ts'

/**
 * What one agent saw and did is not shown to the next one in the same window, and to nobody once they signed out, in whichever
 * tab or browser. Called once, by the app; `leavePage` lets go of all that the page still knows.
 */
export function useForgetAgent(leavePage: () => void = toSignIn): void {
  const queries = useQueryClient()
  const session = useSession()
  const undo = useUndo()

  watch(
    () => session.agent?.id,
    (now, before) => {
      if (before === undefined) return
      undo.forget()
      if (now === undefined) queries.clear()
      else void queries.resetQueries()
    },
    // Before anything is drawn for the next one.
    { flush: 'sync' },
  )
  watch(
    () => session.hasLeft,
    (hasLeft) => hasLeft && leavePage(),
    { flush: 'sync' },
  )
  useDeskEvents(({ event }) => event === 'signed-out' && session.leave())
  onScopeDispose(onSignedOutElsewhere(session.leave))
}

function toSignIn(): void {
  location.replace('/login')
}
