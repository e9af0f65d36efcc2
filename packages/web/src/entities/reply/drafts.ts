import { joinDrafts } from '@textdesk/core/text'
import type { Draft as StoredDraft } from '@textdesk/server/contract'
import { useEventListener } from '@vueuse/core'
import { defineStore } from 'pinia'
import { reactive } from 'vue'
import { useSession } from '../session/session.ts'
import { type Draft, EMPTY, type KeptDraft, type Mode, PREFIX, quietly, readAll, readDraft } from './kept-drafts.ts'

export type { Draft, Mode } from './kept-drafts.ts'

/** What agents were writing, per agent, ticket and mode; it survives a reload and a lost session. */
export const useDrafts = defineStore('drafts', () => {
  const session = useSession()
  const drafts = reactive(new Map<string, KeptDraft>(readAll()))
  const ownPrefix = (): string => `${PREFIX}.${session.agent?.id ?? 'nobody'}.`
  const nameOf = (ticket: number, mode: Mode): string => `${ownPrefix()}${ticket}.${mode}`

  // What is written in another tab of this browser stands here at once. Nobody is told by this: that tab stores it.
  useEventListener(globalThis.window, 'storage', ({ key, newValue }) => {
    if (key === null || !key.startsWith(`${PREFIX}.`)) return
    const draft = newValue === null ? null : readDraft(newValue)
    if (draft === null) drafts.delete(key)
    else drafts.set(key, draft)
  })

  function get(ticket: number, mode: Mode): Draft {
    return drafts.get(nameOf(ticket, mode)) ?? EMPTY
  }

  function set(ticket: number, mode: Mode, draft: Draft): void {
    const name = nameOf(ticket, mode)
    if (draft.body === '') {
      clear(ticket, mode)
      return
    }
    const before = drafts.get(name)
    const isSame = before?.body === draft.body
    keep(name, {
      ...draft,
      changedAt: isSame ? before.changedAt : Date.now(),
      isStored: isSame && before.isStored,
    })
  }

  function clear(ticket: number, mode: Mode): void {
    const name = nameOf(ticket, mode)
    drafts.delete(name)
    quietly(() => localStorage.removeItem(name))
  }

  /** What was begun in one ticket is gone on with in another, after what was begun there. */
  function carry(from: number, to: number): void {
    for (const mode of ['reply', 'note'] as const) {
      const [here, there] = [get(from, mode), get(to, mode)]
      if (here.body === '') continue
      clear(from, mode)
      set(to, mode, { body: joinDrafts(there.body, here.body), seenMessageId: null, attempt: null })
    }
  }

  /** What the desk made the draft of this ticket of: what was written here and has not reached the desk stays, above it. */
  function receive(ticket: number, { body, added }: { body: string; added: string }): void {
    const here = get(ticket, 'reply').body
    const known = here === '' || body.startsWith(here)
    set(ticket, 'reply', { body: known ? body : joinDrafts(here, added), seenMessageId: null, attempt: null })
  }

  /** The desk has this text now. */
  function stored(ticket: number, mode: Mode, body: string): void {
    const draft = drafts.get(nameOf(ticket, mode))
    if (draft?.body === body) keep(nameOf(ticket, mode), { ...draft, isStored: true })
  }

  /** What the desk does not have yet. */
  function unstored(): { ticket: number; mode: Mode }[] {
    return own().flatMap(([, draft, place]) => (draft.isStored ? [] : [place]))
  }

  /**
   * Takes over what was written elsewhere: the newer text stays, and what was sent or discarded elsewhere goes. What was
   * touched here since it was asked for is left alone.
   */
  function merge(
    stored: readonly StoredDraft[],
    isTouched: (ticket: number, mode: Mode) => boolean = () => false,
  ): void {
    const items = stored.filter(({ ticketNumber, mode }) => !isTouched(ticketNumber, mode))
    for (const [name, draft, { ticket, mode }] of own()) {
      if (isTouched(ticket, mode)) continue
      const isThere = items.some((item) => item.ticketNumber === ticket && item.mode === mode)
      if (draft.isStored && !isThere) clear(ticket, mode)
      else if (draft.isStored) keep(name, { ...draft, changedAt: 0 })
    }
    for (const { ticketNumber, mode, body, updatedAt } of items) {
      const name = nameOf(ticketNumber, mode)
      const here = drafts.get(name) ?? EMPTY
      if (here.body !== body && here.changedAt >= Date.parse(updatedAt)) continue
      keep(name, {
        ...(here.body === body ? here : EMPTY),
        body,
        changedAt: Date.parse(updatedAt),
        isStored: true,
      })
    }
  }

  function own(): [string, KeptDraft, { ticket: number; mode: Mode }][] {
    const prefix = ownPrefix()
    return [...drafts].flatMap(([name, draft]): [string, KeptDraft, { ticket: number; mode: Mode }][] => {
      const [ticket, mode] = name.startsWith(prefix) ? name.slice(prefix.length).split('.') : []
      return mode === 'reply' || mode === 'note' ? [[name, draft, { ticket: Number(ticket), mode }]] : []
    })
  }

  function keep(name: string, draft: KeptDraft): void {
    drafts.set(name, draft)
    quietly(() => localStorage.setItem(name, JSON.stringify(draft)))
  }

  return { get, set, clear, carry, receive, stored, unstored, merge }
})

/** The key for sending this text: the same for every try until it got through, a new one for another text. */
export function attemptFor(draft: Draft, body: string): NonNullable<Draft['attempt']> {
  return draft.attempt?.body === body ? draft.attempt : { key: crypto.randomUUID(), body }
}
