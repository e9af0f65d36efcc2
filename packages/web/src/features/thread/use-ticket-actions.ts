import { useQueryClient } from '@tanstack/vue-query'
import type { AgentRef, Message, TicketSummary } from '@textdesk/server/contract'
import { computed, type Ref, ref } from 'vue'
import { queryKeys } from '../../shared/api/query-keys.ts'
import { asApiError } from '../../shared/api/request.ts'
import { soonTime } from '../../shared/time/format-time.ts'
import { newerThan } from '../composer/newer-messages.ts'
import { useOutbox } from '../composer/outbox.ts'
import { optOut as optOutContact } from '../contacts/contacts-api.ts'
import { useSession } from '../session/session.ts'
import type { TicketPatch } from '../tickets/optimistic-ticket.ts'
import * as api from '../tickets/tickets-api.ts'
import { useRenewTicket } from '../tickets/use-renew-ticket.ts'
import { useUndo } from '../undo/undo.ts'
import { otherTicketOf } from './other-ticket.ts'
import { loadNewest } from './refresh-timeline.ts'
import { useActionQueue, type Work } from './use-action-queue.ts'

interface Undoably {
  /** As a sentence without a full stop. */
  readonly done: string
  readonly work: Work
  readonly back: Work
  /** What it shows before the desk has done it; taken back when the desk refuses. */
  readonly patch?: TicketPatch
}

interface ActionsOf {
  readonly ticket: Ref<TicketSummary | undefined>
  readonly messages: Ref<readonly Message[]>
}

/** What an agent does with one ticket, with what stood in the way and how it is taken back. */
export function useTicketActions({ ticket, messages }: ActionsOf) {
  const queries = useQueryClient()
  const session = useSession()
  const undo = useUndo()
  const outbox = useOutbox()
  const renew = useRenewTicket()
  const queue = useActionQueue(ticket)
  const { error } = queue
  /** The newest message on screen when closing was refused because of a newer one. */
  const seenAtClosing = ref<string | null>(null)

  const crossed = computed(() => newerThan(messages.value, seenAtClosing.value, session.agent?.id ?? null))
  const otherTicket = computed(() => otherTicketOf(error.value))

  function act(work: Work, patch?: TicketPatch): Promise<boolean> {
    seenAtClosing.value = null
    return queue.act(work, patch)
  }

  /** Does it, and offers to take it back. */
  async function actUndoably({ done, work, back, patch }: Undoably): Promise<boolean> {
    const number = ticket.value?.number ?? 0
    const isDone = await act(work, patch)
    if (isDone) undo.offer({ done, undo: () => back(number).finally(() => renew(number)) })
    return isDone
  }

  async function close(): Promise<boolean> {
    const seen = messages.value.at(-1)?.id ?? null
    const isClosed = await actUndoably({
      done: `Closed ticket ${ticket.value?.number}`,
      work: async (number) => {
        // A closed ticket takes no reply: the one on its way goes first, and where it is refused the ticket stays open.
        await outbox.settled(number)
        await api.closeTicket(number, seen)
      },
      back: api.reopenTicket,
      patch: { status: 'closed' },
    })
    if (!isClosed && asApiError(error.value).code === 'newer-message' && ticket.value) {
      await loadNewest(queries, ticket.value.number).catch(() => undefined)
      seenAtClosing.value = seen
      if (crossed.value.length > 0) error.value = null
    }
    return isClosed
  }

  async function assign(agent: AgentRef | null): Promise<void> {
    const [before, id] = [ticket.value?.assignee?.id ?? null, agent?.id ?? null]
    if (before === id) return
    await actUndoably({
      done: `Assigned ticket ${ticket.value?.number} to ${agent?.name ?? 'nobody'}`,
      work: (number) => api.assignTicket(number, id),
      back: (number) => api.assignTicket(number, before),
      patch: { assignee: agent && { id: agent.id, name: agent.name } },
    })
  }

  async function tag(tags: string[]): Promise<void> {
    const before = ticket.value?.tags ?? []
    await actUndoably({
      done: `Changed the tags of ticket ${ticket.value?.number}`,
      work: (number) => api.putTags(number, tags),
      back: (number) => api.putTags(number, before),
      patch: { tags },
    })
    void queries.invalidateQueries({ queryKey: queryKeys.tags })
  }

  async function snooze(until: string): Promise<void> {
    await actUndoably({
      done: `Snoozed ticket ${ticket.value?.number} until ${soonTime(until, Date.now())}`,
      work: (number) => api.snoozeTicket(number, until),
      back: api.wakeTicket,
      patch: { status: 'snoozed', snoozedUntil: until },
    })
  }

  async function optOut(): Promise<void> {
    if (!ticket.value) return
    const { contact, inbox, number } = ticket.value
    const isDone = await act(() => optOutContact(contact.id, inbox.id), { stopRequest: null })
    if (isDone) undo.say(`Opted out the customer of ticket ${number}: no texts are sent to them any more.`)
    void queries.invalidateQueries({ queryKey: queryKeys.contacts })
  }

  return {
    isBusy: queue.isBusy,
    error,
    crossed,
    otherTicket,
    close,
    assign,
    tag,
    snooze,
    wake: () => act(api.wakeTicket, { status: 'open', snoozedUntil: null }),
    reopen: () => act(api.reopenTicket, { status: 'open' }),
    optOut,
    dismissStopRequest: () => act(api.dismissStopRequest, { stopRequest: null }),
    dismissCrossed: () => (seenAtClosing.value = null),
  }
}
