import { defineStore } from 'pinia'
import { reactive } from 'vue'
import type { ApiError } from '../../shared/api/api-error.ts'
import { useSession } from '../session/session.ts'
import { type Mode, useDrafts } from './drafts.ts'

/** What was written, on its way to the desk. */
export interface QueuedReply {
  /** The same for every try to send this text. */
  readonly key: string
  readonly ticket: number
  readonly mode: Mode
  readonly body: string
  readonly seenMessageId: string | null
  readonly sendNow: boolean
}

const STORAGE = 'textdesk.sending'

/** Letters leave one after the other for each ticket, and come back as drafts where the desk refuses them. */
export const useOutbox = defineStore('outbox', () => {
  const drafts = useDrafts()
  const session = useSession()
  const queue = reactive(new Map<string, QueuedReply>())
  const refusals = reactive(new Map<string, ApiError>())
  const turns = new Map<number, Promise<unknown>>()
  const nameOf = (ticket: number, mode: Mode): string => `${ticket}.${mode}`
  const storageName = (): string => `${STORAGE}.${session.agent?.id ?? 'nobody'}`

  /** A queued that is refused takes those behind it along: they were written to follow it. */
  async function inTurn<T>(queued: QueuedReply, work: () => Promise<T>): Promise<T> {
    queue.set(queued.key, queued)
    keep()
    const turn = (turns.get(queued.ticket) ?? Promise.resolve()).then(work)
    turns.set(queued.ticket, turn)
    try {
      return await turn
    } finally {
      if (turns.get(queued.ticket) === turn) turns.delete(queued.ticket)
      queue.delete(queued.key)
      keep()
    }
  }

  /** Once what is on its way to a ticket has got there. Rejects where the desk refused it. */
  async function settled(ticket: number): Promise<void> {
    await turns.get(ticket)
  }

  /** Once nothing is on its way any more, whatever became of it. */
  async function quiet(): Promise<void> {
    await Promise.allSettled(turns.values())
  }

  /** Its text is the draft again; what was written meanwhile follows it. */
  function giveBack({ ticket, mode, body, seenMessageId, key }: QueuedReply, refusal: ApiError | null): void {
    const name = nameOf(ticket, mode)
    const meanwhile = drafts.get(ticket, mode).body
    const texts = refusals.has(name) ? [meanwhile, body] : [body, meanwhile]
    const attempt = { key, body }
    drafts.set(ticket, mode, { body: texts.filter((text) => text !== '').join('\n'), seenMessageId, attempt })
    if (refusal) refusals.set(name, refusal)
  }

  function refusalOf(ticket: number, mode: Mode): ApiError | null {
    return refusals.get(nameOf(ticket, mode)) ?? null
  }

  function forgive(ticket: number, mode: Mode): void {
    refusals.delete(nameOf(ticket, mode))
  }

  function isSending(ticket: number, mode: Mode): boolean {
    return [...queue.values()].some((queued) => queued.ticket === ticket && queued.mode === mode)
  }

  /** What this tab was sending when it was reloaded comes back; sent again, it is the same attempt. */
  function recover(): void {
    if (queue.size > 0) return
    for (const queued of readKept(storageName())) giveBack(queued, null)
    keep()
  }

  function keep(): void {
    try {
      if (queue.size === 0) sessionStorage.removeItem(storageName())
      else sessionStorage.setItem(storageName(), JSON.stringify([...queue.values()]))
    } catch {
      // Storage may be full or forbidden; sending on matters more.
    }
  }

  return { inTurn, settled, quiet, giveBack, refusalOf, forgive, isSending, recover }
})

function readKept(name: string): QueuedReply[] {
  try {
    return JSON.parse(sessionStorage.getItem(name) ?? '[]') as QueuedReply[]
  } catch {
    return []
  }
}
