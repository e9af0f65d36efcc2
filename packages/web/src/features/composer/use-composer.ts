import { useQueryClient } from '@tanstack/vue-query'
import { MAX_SEGMENTS, measure } from '@textdesk/core/text'
import type { Message, TicketSummary } from '@textdesk/server/contract'
import { computed, type Ref, ref, watch } from 'vue'
import type { ApiError } from '../../shared/api/api-error.ts'
import { asApiError } from '../../shared/api/request.ts'
import { useSession } from '../session/session.ts'
import { addToTimeline, loadNewest } from '../thread/refresh-timeline.ts'
import { addNote, sendReply } from '../thread/thread-api.ts'
import { attemptFor, type Mode, useDrafts } from './drafts.ts'
import { newerThan } from './newer-messages.ts'
import { useOfferUndo } from './use-offer-undo.ts'

interface ComposerOf {
  readonly ticket: Ref<TicketSummary>
  readonly messages: Ref<readonly Message[]>
  readonly reason: Ref<string | null>
}

/** What the composer does, without how it looks. One lives for one ticket. */
export function useComposer({ ticket: shown, messages, reason }: ComposerOf) {
  const queries = useQueryClient()
  const drafts = useDrafts()
  const offerUndo = useOfferUndo()
  const ticket = computed(() => shown.value.number)
  const session = useSession()
  const mode = ref<Mode>('reply')
  const isSending = ref(false)
  const error = ref<ApiError | null>(null)

  const newest = computed(() => messages.value.at(-1)?.id ?? null)
  const draft = computed(() => drafts.get(ticket.value, mode.value))
  const body = computed({
    get: () => draft.value.body,
    set: (text) => {
      const seenMessageId = draft.value.body === '' ? newest.value : draft.value.seenMessageId
      drafts.set(ticket.value, mode.value, { ...draft.value, body: text, seenMessageId })
      error.value = null
    },
  })
  const newer = computed(() =>
    mode.value === 'note' ? [] : newerThan(messages.value, draft.value.seenMessageId, session.agent?.id ?? null),
  )
  const size = computed(() => measure(body.value))
  const isTooLong = computed(() => mode.value === 'reply' && size.value.segments > MAX_SEGMENTS)
  const isOff = computed(() => mode.value === 'reply' && reason.value !== null)
  const canSend = computed(() => body.value.trim() !== '' && !isTooLong.value && !isOff.value && !isSending.value)

  watch([mode, ticket], () => {
    error.value = null
  })

  // Somebody may write before the thread is on screen: what they saw is then what comes up first.
  watch(
    newest,
    (id) => {
      if (id !== null && draft.value.body !== '' && draft.value.seenMessageId === null) sawUpTo(ticket.value, id)
    },
    { immediate: true },
  )

  /** Sends what is written. What came in between is on screen by then, so sending says that it was seen. */
  async function send(sendNow = false): Promise<Message | null> {
    if (!canSend.value) return null
    isSending.value = true
    error.value = null
    const [number, kind] = [ticket.value, mode.value]
    try {
      const message = kind === 'note' ? await addNote(number, body.value) : await reply(number, sendNow)
      drafts.clear(number, kind)
      addToTimeline(queries, number, message)
      offerUndo(number, message)
      return message
    } catch (thrown) {
      await refused(number, asApiError(thrown))
      return null
    } finally {
      isSending.value = false
    }
  }

  function reply(number: number, sendNow: boolean): Promise<Message> {
    const attempt = attemptFor(draft.value, body.value)
    drafts.set(number, 'reply', { ...draft.value, attempt })
    const seenMessageId = newer.value.length > 0 ? newest.value : (draft.value.seenMessageId ?? newest.value)
    return sendReply(number, { body: body.value, seenMessageId, sendNow, idempotencyKey: attempt.key })
  }

  /** A crossed reply is no error: what crossed it is fetched and shown, and the agent decides. */
  async function refused(number: number, problem: ApiError): Promise<void> {
    if (problem.code === 'newer-message') {
      await loadNewest(queries, number).catch(() => undefined)
      if (newer.value.length > 0) return
      sawUpTo(number, newest.value)
    }
    error.value = problem
  }

  function sawUpTo(number: number, seenMessageId: string | null): void {
    drafts.set(number, mode.value, { ...drafts.get(number, mode.value), seenMessageId })
  }

  return { mode, body, size, newer, isTooLong, isOff, isSending, canSend, error, send }
}
