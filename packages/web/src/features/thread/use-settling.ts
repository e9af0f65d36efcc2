import { useQueryClient } from '@tanstack/vue-query'
import { ref, type ShallowRef } from 'vue'
import { usePendingMessages } from '../../entities/reply/pending-messages.ts'
import { refreshTimeline } from '../../entities/ticket/refresh-timeline.ts'
import { confirmArrival, resendReply, undoReply } from '../../entities/ticket/thread-api.ts'

/** What an agent can do about one message: take it back while it is held, or settle what went wrong. */
export function useSettling(number: () => number, error: ShallowRef<unknown>) {
  const queries = useQueryClient()
  const pending = usePendingMessages()
  const isBusy = ref(false)

  async function act(work: () => Promise<unknown>): Promise<boolean> {
    isBusy.value = true
    error.value = null
    try {
      await work()
      return true
    } catch (thrown) {
      error.value = thrown
      return false
    } finally {
      isBusy.value = false
      refreshTimeline(queries, number())
    }
  }

  return {
    isBusy,
    undo: (id: string) => act(async () => undoReply(number(), await pending.storedId(id))),
    resend: (id: string) => act(() => resendReply(number(), id)),
    arrived: (id: string) => act(() => confirmArrival(number(), id)),
  }
}
