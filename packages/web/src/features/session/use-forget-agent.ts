import { useQueryClient } from '@tanstack/vue-query'
import { watch } from 'vue'
import { useUndo } from '../undo/undo.ts'
import { useSession } from './session.ts'

/** What one agent saw and did is not shown to the next one in the same window. Called once, by the app. */
export function useForgetAgent(): void {
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
}
