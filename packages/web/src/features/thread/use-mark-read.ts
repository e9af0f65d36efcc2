import { useQueryClient } from '@tanstack/vue-query'
import type { Message, TicketSummary } from '@textdesk/server/contract'
import { useDocumentVisibility, useTimeoutFn } from '@vueuse/core'
import { type Ref, ref, watch } from 'vue'
import { patchTicket } from '../../entities/ticket/optimistic-ticket.ts'
import { markRead } from '../../entities/ticket/tickets-api.ts'
import { queryKeys } from '../../shared/api/query-keys.ts'

/** Long enough on screen to have been seen. */
const SEEN_MS = 1000
/** Where the desk does not take it, each try waits twice as long as the one before, up to this. */
const MAX_PAUSE_MS = 60_000

/** Marks an open ticket as read for this agent, up to the newest message that was on screen. */
export function useMarkRead(ticket: Ref<TicketSummary | undefined>, messages: Ref<readonly Message[]>): void {
  const queries = useQueryClient()
  const visibility = useDocumentVisibility()
  const pause = ref(SEEN_MS)
  const { start, stop } = useTimeoutFn(mark, pause, { immediate: false })

  watch(
    [() => ticket.value?.unread, () => messages.value.at(-1)?.id, visibility],
    ([unread, newest, shown]) => (unread && newest && shown === 'visible' ? start() : stop()),
    { immediate: true },
  )

  async function mark(): Promise<void> {
    const [number, newest] = [ticket.value?.number, messages.value.at(-1)?.id]
    if (number === undefined || newest === undefined) return
    const { made, takeBack } = patchTicket(queries, number, { unread: false })
    // Unread merely stays on when this fails.
    await markRead(number, newest).then(
      () => {
        pause.value = SEEN_MS
        made()
      },
      () => {
        pause.value = Math.min(2 * pause.value, MAX_PAUSE_MS)
        takeBack()
      },
    )
    for (const queryKey of [queryKeys.ticket(number), queryKeys.lists]) void queries.invalidateQueries({ queryKey })
  }
}
