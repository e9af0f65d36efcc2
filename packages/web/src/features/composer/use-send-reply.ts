import { useQueryClient } from '@tanstack/vue-query'
import { HOLD_MS, measure } from '@textdesk/core/text'
import type { AgentRef, Message } from '@textdesk/server/contract'
import { useDrafts } from '../../entities/reply/drafts.ts'
import { type QueuedReply, useOutbox } from '../../entities/reply/outbox.ts'
import { type KnownThread, usePendingMessages } from '../../entities/reply/pending-messages.ts'
import { useSession } from '../../entities/session/session.ts'
import { addToTimeline, loadNewest, refreshTimeline } from '../../entities/ticket/refresh-timeline.ts'
import { addNote, sendReply } from '../../entities/ticket/thread-api.ts'
import { queryKeys } from '../../shared/api/query-keys.ts'
import { asApiError } from '../../shared/api/request.ts'
import { useOfferUndo } from './use-offer-undo.ts'

/**
 * Sends a queued and shows it in the thread at once. Where the desk refuses it, it leaves the thread and its text is the draft
 * again. Resolves to whether the desk took it.
 */
export function useSendReply(): (queued: QueuedReply, known: KnownThread) => Promise<boolean> {
  const queries = useQueryClient()
  const drafts = useDrafts()
  const outbox = useOutbox()
  const pending = usePendingMessages()
  const session = useSession()
  const offerUndo = useOfferUndo()

  return async (queued, known) => {
    const { key, ticket, mode } = queued
    const answer = outbox.inTurn(queued, () => deliver(queued))
    pending.show({ ticket, message: asShown(queued, session.agent), known, answer })
    drafts.clear(ticket, mode)
    outbox.forgive(ticket, mode)
    try {
      const message = await answer
      pending.stored(key, message)
      addToTimeline(queries, ticket, message)
      offerUndo(ticket, message)
      return true
    } catch (thrown) {
      pending.drop(key)
      outbox.giveBack(queued, asApiError(thrown))
      // What stands in its way may be news: opted out, blocked or closed.
      void queries.invalidateQueries({ queryKey: queryKeys.ticket(ticket) })
      return false
    }
  }

  async function deliver(queued: QueuedReply): Promise<Message> {
    const { key, ticket, mode, body } = queued
    if (mode === 'note') return await addNote(ticket, body, key)
    try {
      return await sendReply(ticket, { ...queued, idempotencyKey: key })
    } catch (thrown) {
      // A crossed reply is no error: what crossed it is on screen when the text comes back.
      if (asApiError(thrown).code === 'newer-message') await loadNewest(queries, ticket).catch(() => undefined)
      else refreshTimeline(queries, ticket)
      throw thrown
    }
  }
}

/** As the desk will most likely answer. */
function asShown({ key, mode, body, sendNow }: QueuedReply, author: AgentRef | null): Message {
  const now = Date.now()
  const delivery: Message['delivery'] = {
    state: sendNow ? 'queued' : 'scheduled',
    reason: null,
    segments: measure(body).segments,
    attempts: 0,
    dueAt: new Date(sendNow ? now : now + HOLD_MS).toISOString(),
    needsAgent: false,
  }
  return {
    type: 'message',
    id: key,
    seq: Number.MAX_SAFE_INTEGER,
    direction: 'out',
    kind: mode === 'note' ? 'note' : 'sms',
    body,
    author: author && { id: author.id, name: author.name },
    at: new Date(now).toISOString(),
    delivery: mode === 'note' ? null : delivery,
    resendOf: null,
    arrival: null,
    sentAt: null,
    placement: null,
    reactions: [],
  }
}
