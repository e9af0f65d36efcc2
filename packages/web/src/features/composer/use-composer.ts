import { MAX_SEGMENTS, measure, showsAnything } from '@textdesk/core/text'
import type { Message, TicketSummary } from '@textdesk/server/contract'
import { computed, getCurrentScope, type Ref, ref, watch } from 'vue'
import { attemptFor, type Mode, useDrafts } from '../../entities/reply/drafts.ts'
import { newerThan } from '../../entities/reply/newer-messages.ts'
import { useOutbox } from '../../entities/reply/outbox.ts'
import { useSession } from '../../entities/session/session.ts'
import { useUndo } from '../undo/undo.ts'
import { useSendReply } from './use-send-reply.ts'

interface ComposerOf {
  readonly ticket: Ref<TicketSummary>
  readonly messages: Ref<readonly Message[]>
  readonly reason: Ref<string | null>
}

/** What the composer does, without how it looks. One lives for one ticket. */
export function useComposer({ ticket: shown, messages, reason }: ComposerOf) {
  const drafts = useDrafts()
  const outbox = useOutbox()
  const undo = useUndo()
  const sendQueued = useSendReply()
  const ticket = computed(() => shown.value.number)
  const session = useSession()
  const mode = ref<Mode>('reply')

  const newest = computed(() => messages.value.at(-1)?.id ?? null)
  const draft = computed(() => drafts.get(ticket.value, mode.value))
  const body = computed({
    get: () => draft.value.body,
    set: (text) => {
      const seenMessageId = draft.value.body === '' ? newest.value : draft.value.seenMessageId
      drafts.set(ticket.value, mode.value, { ...draft.value, body: text, seenMessageId })
      outbox.forgive(ticket.value, mode.value)
    },
  })
  const newer = computed(() =>
    mode.value === 'note' ? [] : newerThan(messages.value, draft.value.seenMessageId, session.agent?.id ?? null),
  )
  /** The newest of what crossed that the agent has said to have seen. */
  const acknowledged = ref<string | null>(null)
  /** The desk refused what was sent over something newer: that try was the first one. */
  const wasRefused = ref(false)
  const isCrossed = computed(() => newer.value.length > 0 && newer.value.at(-1)?.id !== acknowledged.value)
  const size = computed(() => measure(body.value))
  const isTooLong = computed(() => mode.value === 'reply' && size.value.segments > MAX_SEGMENTS)
  const isOff = computed(() => mode.value === 'reply' && reason.value !== null)
  const canSend = computed(() => showsAnything(body.value) && !isTooLong.value && !isOff.value)
  /** Why what was sent last came back. What crossed it is shown by itself, and so is a reason that lasts. */
  const error = computed(() => {
    const refusal = outbox.refusalOf(ticket.value, mode.value)
    return isOff.value || (refusal?.code === 'newer-message' && newer.value.length > 0) ? null : refusal
  })

  const scope = getCurrentScope()

  // Somebody may write before the thread is on screen: what they saw is then what comes up first.
  watch(
    newest,
    (id) => {
      if (id !== null && draft.value.body !== '' && draft.value.seenMessageId === null)
        sawUpTo(ticket.value, mode.value, id)
    },
    { immediate: true },
  )

  /** The first try after a crossing only says that what crossed was seen. Whether it was such a one. */
  function acknowledge(): boolean {
    if (!isCrossed.value) return false
    acknowledged.value = newer.value.at(-1)?.id ?? null
    return true
  }

  watch(newer, (crossed) => {
    if (wasRefused.value && crossed.length > 0) showRefused()
  })

  function showRefused(): void {
    wasRefused.value = newer.value.length === 0
    acknowledged.value = newer.value.at(-1)?.id ?? null
  }

  /** Sends what is written. What came in between is on screen by then, so sending says that it was seen. */
  async function send(sendNow = false): Promise<boolean> {
    if (!canSend.value) return false
    const [number, kind, text] = [ticket.value, mode.value, body.value]
    const isTaken = await sendQueued(
      {
        key: attemptFor(draft.value, text).key,
        ticket: number,
        mode: kind,
        body: text,
        seenMessageId: seen(),
        sendNow,
      },
      { seq: messages.value.at(-1)?.seq ?? null, updatedAt: shown.value.updatedAt },
    )
    if (!isTaken) cameBack(number, kind)
    return isTaken
  }

  function seen(): string | null {
    return newer.value.length > 0 ? newest.value : (draft.value.seenMessageId ?? newest.value)
  }

  /** Whoever went on to something else is told there; the reason waits here. */
  function cameBack(number: number, kind: Mode): void {
    if (outbox.refusalOf(number, kind)?.code === 'newer-message') showRefused()
    if (scope?.active === false || mode.value !== kind)
      undo.say(`Not sent on ticket ${number}. Its ${kind} is a draft again.`)
    else if (error.value?.code === 'newer-message') sawUpTo(number, kind, newest.value)
  }

  function sawUpTo(number: number, kind: Mode, seenMessageId: string | null): void {
    drafts.set(number, kind, { ...drafts.get(number, kind), seenMessageId })
  }

  return { mode, body, size, newer, isCrossed, isTooLong, isOff, canSend, error, acknowledge, send }
}
