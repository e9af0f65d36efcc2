import { useDocumentVisibility } from '@vueuse/core'
import { onScopeDispose, watch } from 'vue'
import { type Mode, useDrafts } from '../../entities/reply/drafts.ts'
import { discardDraft, listDrafts, storeDraft } from '../../entities/reply/drafts-api.ts'
import { useOutbox } from '../../entities/reply/outbox.ts'
import { useSession } from '../../entities/session/session.ts'

/** How long after the last keystroke a draft goes to the desk. */
const PAUSE_MS = 1000
/** The desk takes no longer ones; a text message never is. */
const MAX_LENGTH = 10_000

/** Drafts follow the agent: kept here first, stored on the desk soon after, merged when the page comes up or back. */
export function useDraftSync(): void {
  const drafts = useDrafts()
  const outbox = useOutbox()
  const session = useSession()
  const visibility = useDocumentVisibility()
  const waiting = new Map<string, ReturnType<typeof setTimeout>>()
  const travelling = new Map<string, Promise<unknown>>()
  /** When each draft was last touched here, counted in touches. */
  const touched = new Map<string, number>()
  let touches = 0

  watch(
    [() => session.agent?.id, visibility],
    ([agent, shown]) => {
      if (agent && shown === 'visible') void catchUp()
    },
    { immediate: true },
  )
  const stopListening = drafts.$onAction(({ name, args, after }) => {
    if (name === 'set' || name === 'clear' || name === 'stored') touch(args[0], args[1])
    if (name === 'set') after(() => storeSoon(args[0], args[1]))
    if (name === 'clear') after(() => forget(args[0], args[1]))
    if (name === 'receive') after(() => storeNow(args[0], 'reply'))
    if (name === 'carry') after(() => carried(args[0], args[1]))
  })
  const stopWaiting = session.beforeLeaving(storeAll)
  onScopeDispose(() => {
    stopListening()
    stopWaiting()
    for (const timer of waiting.values()) clearTimeout(timer)
  })

  /** What can't be fetched or stored now is kept here, and tried again with the next change or return. */
  async function catchUp(): Promise<void> {
    outbox.recover()
    const begun = touches
    const stored = await listDrafts().catch(() => null)
    if (!stored) return
    // The desk forgets the draft of a text when it has the text.
    drafts.merge(
      stored.items,
      (ticket, mode) => outbox.isSending(ticket, mode) || (touched.get(`${ticket}.${mode}`) ?? 0) > begun,
    )
    for (const { ticket, mode } of drafts.unstored()) store(ticket, mode)
  }

  /** What is signed out of the browser is lost to it. */
  async function storeAll(): Promise<void> {
    await outbox.quiet()
    for (const { ticket, mode } of drafts.unstored()) {
      clearTimeout(waiting.get(`${ticket}.${mode}`))
      store(ticket, mode)
    }
    await Promise.all(travelling.values())
  }

  function touch(ticket: number, mode: Mode): void {
    touches += 1
    touched.set(`${ticket}.${mode}`, touches)
  }

  /** Whoever closes the page now finds it where it was carried to. */
  function carried(from: number, to: number): void {
    for (const mode of ['reply', 'note'] as const) {
      touch(from, mode)
      forget(from, mode)
      storeNow(to, mode)
    }
  }

  function storeNow(ticket: number, mode: Mode): void {
    touch(ticket, mode)
    clearTimeout(waiting.get(`${ticket}.${mode}`))
    if (drafts.get(ticket, mode).body !== '') store(ticket, mode)
  }

  function storeSoon(ticket: number, mode: Mode): void {
    const name = `${ticket}.${mode}`
    clearTimeout(waiting.get(name))
    waiting.set(
      name,
      setTimeout(() => store(ticket, mode), PAUSE_MS),
    )
  }

  function store(ticket: number, mode: Mode): void {
    const name = `${ticket}.${mode}`
    waiting.delete(name)
    const { body } = drafts.get(ticket, mode)
    if (body.length > MAX_LENGTH) return
    if (body === '') return void travel(name, () => discardDraft(ticket, mode))
    if (!drafts.unstored().some((place) => place.ticket === ticket && place.mode === mode)) return
    void travel(name, async () => {
      await storeDraft(ticket, mode, body)
      drafts.stored(ticket, mode, body)
    })
  }

  /** The desk drops a sent draft by itself, but not one that reaches it after the message. */
  function forget(ticket: number, mode: Mode): void {
    const name = `${ticket}.${mode}`
    clearTimeout(waiting.get(name))
    waiting.delete(name)
    if (travelling.has(name)) void travel(name, () => discardDraft(ticket, mode))
  }

  /** One after the other for each draft, so that the last word is the last to arrive. */
  async function travel(name: string, work: () => Promise<unknown>): Promise<void> {
    const turn = (travelling.get(name) ?? Promise.resolve()).then(work).catch(() => undefined)
    travelling.set(name, turn)
    await turn
    if (travelling.get(name) === turn) travelling.delete(name)
  }
}
