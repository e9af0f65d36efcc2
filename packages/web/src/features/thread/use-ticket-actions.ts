import { useQueryClient } from '@tanstack/vue-query'
import type { AgentRef, Message, TicketSummary } from '@textdesk/server/contract'
import { computed, type Ref, ref, shallowRef } from 'vue'
import { queryKeys } from '../../shared/api/query-keys.ts'
import { asApiError } from '../../shared/api/request.ts'
import { newerThan } from '../composer/newer-messages.ts'
import { useSession } from '../session/session.ts'
import * as api from '../tickets/tickets-api.ts'
import { useRenewTicket } from '../tickets/use-renew-ticket.ts'
import { useUndo } from '../undo/undo.ts'
import { loadNewest } from './refresh-timeline.ts'

interface ActionsOf {
  readonly ticket: Ref<TicketSummary | undefined>
  readonly messages: Ref<readonly Message[]>
}

/** What an agent does with one ticket, with what stood in the way and how it is taken back. */
export function useTicketActions({ ticket, messages }: ActionsOf) {
  const queries = useQueryClient()
  const session = useSession()
  const undo = useUndo()
  const renew = useRenewTicket()
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

  /** Does it, and offers to take it back. */
  async function actUndoably(done: string, work: (number: number) => Promise<unknown>, back: (number: number) => Promise<unknown>): Promise<boolean> {
    const number = ticket.value?.number ?? 0
    const isDone = await act(work)
    if (isDone) undo.offer({ done: `${done} ${number}`, undo: () => back(number).finally(() => renew(number)) })
    return isDone
  }

  async function close(): Promise<boolean> {
    const seen = messages.value.at(-1)?.id ?? null
    const isClosed = await actUndoably('Closed ticket', (number) => api.closeTicket(number, seen), api.reopenTicket)
    if (!isClosed && asApiError(error.value).code === 'newer-message' && ticket.value) {
      await loadNewest(queries, ticket.value.number).catch(() => undefined)
      seenAtClosing.value = seen
      if (crossed.value.length > 0) error.value = null
    }
    return isClosed
  }

  async function assign(agent: AgentRef | null): Promise<void> {
    const before = ticket.value?.assignee?.id ?? null
    if (before === (agent?.id ?? null)) return
    const done = agent ? `Gave ${agent.name} ticket` : 'Left without an assignee: ticket'
    await actUndoably(done, (number) => api.assignTicket(number, agent?.id ?? null), (number) => api.assignTicket(number, before))
  }

  /** Shown at once, and as it was again when the desk refuses. */
  async function tag(tags: string[]): Promise<void> {
    const number = ticket.value?.number ?? 0
    const before = ticket.value?.tags ?? []
    const show = (shown: string[]) =>
      queries.setQueryData<TicketSummary>(queryKeys.ticket(number), (known) => known && { ...known, tags: shown })
    show(tags)
    const put = async (): Promise<unknown> => show((await api.putTags(number, tags)).tags)
    const isDone = await actUndoably('Changed the tags of ticket', put, () => api.putTags(number, before))
    if (!isDone) show(before)
    void queries.invalidateQueries({ queryKey: queryKeys.tags })
  }

  async function snooze(until: string): Promise<void> {
    await actUndoably('Snoozed ticket', (number) => api.snoozeTicket(number, until), api.wakeTicket)
  }

  return {
    isBusy,
    error,
    crossed,
    otherTicket,
    close,
    assign,
    tag,
    snooze,
    wake: () => act(api.wakeTicket),
    reopen: () => act(api.reopenTicket),
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
