import { useQueryClient } from '@tanstack/vue-query'
import type { AgentRef, Message, TicketSummary } from '@textdesk/server/contract'
import { computed, type Ref, ref } from 'vue'
import { newerThan } from '../../entities/reply/newer-messages.ts'
import { useOutbox } from '../../entities/reply/outbox.ts'
import { useSession } from '../../entities/session/session.ts'
import type { TicketPatch } from '../../entities/ticket/optimistic-ticket.ts'
import { loadNewest } from '../../entities/ticket/refresh-timeline.ts'
import * as api from '../../entities/ticket/tickets-api.ts'
import { useRenewTicket } from '../../entities/ticket/use-renew-ticket.ts'
import { queryKeys } from '../../shared/api/query-keys.ts'
import { asApiError } from '../../shared/api/request.ts'
import { isolated } from '../../shared/text/isolated.ts'
import { soonTime } from '../../shared/time/format-time.ts'
import { useUndo } from '../undo/undo.ts'
import { undoOnDesk } from '../undo/undo-action.ts'
import { otherTicketOf } from './other-ticket.ts'
import { useActionQueue, type Work } from './use-action-queue.ts'
import { useStopRequest } from './use-stop-request.ts'

interface Undoably {
  /** As a sentence without a full stop. */
  readonly done: string
  readonly work: (number: number, undoKey: string) => Promise<unknown>
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
  async function actUndoably({ done, work, patch }: Undoably): Promise<boolean> {
    const [number, key] = [ticket.value?.number ?? 0, crypto.randomUUID()]
    const isDone = await act((asked) => work(asked, key), patch)
    if (isDone) undo.offer({ done, ticket: number, undo: () => undoOnDesk(number, key).finally(() => renew(number)) })
    return isDone
  }

  async function close(): Promise<boolean> {
    const seen = messages.value.at(-1)?.id ?? null
    const isClosed = await actUndoably({
      done: `Closed ticket ${ticket.value?.number}`,
      work: async (number, key) => {
        // A closed ticket takes no reply: the one on its way goes first, and where it is refused the ticket stays open.
        await outbox.settled(number)
        await api.closeTicket(number, seen, key)
      },
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
      done: `Assigned ticket ${ticket.value?.number} to ${isolated(agent?.name ?? 'nobody')}`,
      work: (number, key) => api.assignTicket(number, id, key),
      patch: { assignee: agent && { id: agent.id, name: agent.name } },
    })
  }

  /** One tag at a time: what a colleague tags meanwhile stays. */
  async function addTag(tag: string): Promise<void> {
    await actUndoably({
      done: `Tagged ticket ${ticket.value?.number} '${tag}'`,
      work: (number, key) => api.addTag(number, tag, key),
      patch: { tags: [...(ticket.value?.tags ?? []), tag] },
    })
    void queries.invalidateQueries({ queryKey: queryKeys.tags })
  }

  async function removeTag(tag: string): Promise<void> {
    await actUndoably({
      done: `Took '${tag}' off ticket ${ticket.value?.number}`,
      work: (number, key) => api.removeTag(number, tag, key),
      patch: { tags: (ticket.value?.tags ?? []).filter((one) => one !== tag) },
    })
    void queries.invalidateQueries({ queryKey: queryKeys.tags })
  }

  async function snooze(until: string): Promise<void> {
    await actUndoably({
      done: `Snoozed ticket ${ticket.value?.number} until ${soonTime(until, Date.now())}`,
      work: (number, key) => api.snoozeTicket(number, until, key),
      patch: { status: 'snoozed', snoozedUntil: until },
    })
  }

  async function wake(): Promise<void> {
    const patch: TicketPatch = { status: 'open', snoozedUntil: null }
    await actUndoably({ done: `Woke ticket ${ticket.value?.number}`, work: api.wakeTicket, patch })
  }

  async function reopen(): Promise<void> {
    const done = `Reopened ticket ${ticket.value?.number}`
    await actUndoably({ done, work: api.reopenTicket, patch: { status: 'open' } })
  }

  return {
    isBusy: queue.isBusy,
    error,
    crossed,
    otherTicket,
    close,
    assign,
    addTag,
    removeTag,
    snooze,
    wake,
    reopen,
    ...useStopRequest(ticket, act),
    dismissCrossed: () => (seenAtClosing.value = null),
  }
}
