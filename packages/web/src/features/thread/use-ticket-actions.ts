import { useQueryClient } from '@tanstack/vue-query'
import type { Message, TicketSummary } from '@textdesk/server/contract'
import { computed, type Ref, ref, shallowRef } from 'vue'
import { queryKeys } from '../../shared/api/query-keys.ts'
import { asApiError } from '../../shared/api/request.ts'
import { newerThan } from '../composer/newer-messages.ts'
import { useSession } from '../session/session.ts'
import { assignTicket, closeTicket, reopenTicket } from '../tickets/tickets-api.ts'
import { loadNewest, refreshTimeline } from './refresh-timeline.ts'

interface ActionsOf {
  readonly ticket: Ref<TicketSummary | undefined>
  readonly messages: Ref<readonly Message[]>
}

/** Closing, reopening and assigning one ticket, with what stood in the way. */
export function useTicketActions({ ticket, messages }: ActionsOf) {
  const queries = useQueryClient()
  const session = useSession()
  const isBusy = ref(false)
  const error = shallowRef<unknown>(null)
  /** The newest message on screen when closing was refused because of a newer one. */
  const seenAtClosing = ref<string | null>(null)

  const crossed = computed(() => newerThan(messages.value, seenAtClosing.value, session.agent?.id ?? null))
  const otherTicket = computed(() => numberOf(error.value))

  async function act(work: (number: number) => Promise<unknown>): Promise<boolean> {
    const number = ticket.value?.number
    if (number === undefined || isBusy.value) return false
    isBusy.value = true
    error.value = null
    try {
      await work(number)
      seenAtClosing.value = null
      return true
    } catch (thrown) {
      error.value = thrown
      return false
    } finally {
      isBusy.value = false
      renew(number)
    }
  }

  function renew(number: number): void {
    refreshTimeline(queries, number)
    for (const queryKey of [queryKeys.ticket(number), queryKeys.lists, queryKeys.counts])
      void queries.invalidateQueries({ queryKey })
  }

  async function close(): Promise<boolean> {
    const seen = messages.value.at(-1)?.id ?? null
    const isClosed = await act((number) => closeTicket(number, seen))
    if (!isClosed && asApiError(error.value).code === 'newer-message' && ticket.value) {
      await loadNewest(queries, ticket.value.number).catch(() => undefined)
      seenAtClosing.value = seen
      if (crossed.value.length > 0) error.value = null
    }
    return isClosed
  }

  return {
    isBusy,
    error,
    crossed,
    otherTicket,
    close,
    reopen: () => act(reopenTicket),
    assign: (agentId: string | null) => act((number) => assignTicket(number, agentId)),
    dismissCrossed: () => {
      seenAtClosing.value = null
    },
  }
}

/** Which ticket stands in the way of reopening this one. */
function numberOf(error: unknown): number | null {
  const { code, details } = asApiError(error)
  const number = details['ticketNumber']
  return code === 'other-ticket-open' && typeof number === 'number' ? number : null
}
