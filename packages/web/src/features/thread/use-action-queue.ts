import { useQueryClient } from '@tanstack/vue-query'
import type { TicketSummary } from '@textdesk/server/contract'
import { computed, getCurrentScope, type Ref, ref, shallowRef } from 'vue'
import { patchTicket, type ShownChange, type TicketPatch } from '../../entities/ticket/optimistic-ticket.ts'
import { useRenewTicket } from '../../entities/ticket/use-renew-ticket.ts'
import { asApiError } from '../../shared/api/request.ts'
import { useUndo } from '../undo/undo.ts'

export type Work = (number: number) => Promise<unknown>

/** What is asked of the desk for one ticket: one after the other, shown at once, taken back with the reason when refused. */
export function useActionQueue(ticket: Ref<TicketSummary | undefined>) {
  const queries = useQueryClient()
  const undo = useUndo()
  const renew = useRenewTicket()
  const scope = getCurrentScope()
  const pending = ref(0)
  const isBusy = computed(() => pending.value > 0)
  const error = shallowRef<unknown>(null)
  let queue: Promise<unknown> = Promise.resolve()

  /** Nobody waits for an answer to press the next key. The patch is shown before the desk has done it. */
  function act(work: Work, patch: TicketPatch = {}): Promise<boolean> {
    const number = ticket.value?.number
    if (number === undefined) return Promise.resolve(false)
    pending.value += 1
    // What stood in the way of something before stays when this is done: both may have been asked for at once.
    error.value = null
    const shown = patchTicket(queries, number, patch)
    const turn = queue.then(() => attempt(work, number, shown))
    queue = turn
    return turn
  }

  async function attempt(work: Work, number: number, { made, takeBack }: ShownChange): Promise<boolean> {
    try {
      await work(number)
      made()
      return true
    } catch (thrown) {
      takeBack()
      error.value = thrown
      // Whoever has gone on to another ticket is told there.
      if (scope?.active === false) undo.say(`Ticket ${number}: ${asApiError(thrown).message}`)
      return false
    } finally {
      pending.value -= 1
      if (pending.value === 0) renew(number)
    }
  }

  return { act, error, isBusy }
}
