import { defineStore } from 'pinia'
import { reactive } from 'vue'
import { useSession } from '../session/session.ts'

export type Mode = 'reply' | 'note'

export interface Draft {
  readonly body: string
  /** The newest message on screen when the writing began. */
  readonly seenMessageId: string | null
  /** Names the attempt to send this very text, so that trying again sends nothing twice. */
  readonly attempt: { readonly key: string; readonly body: string } | null
}

const PREFIX = 'textdesk.draft'
const EMPTY: Draft = { body: '', seenMessageId: null, attempt: null }

/** What agents were writing, per agent, ticket and mode; it survives a reload and a lost session. */
export const useDrafts = defineStore('drafts', () => {
  const session = useSession()
  const drafts = reactive(new Map<string, Draft>(readAll()))
  const nameOf = (ticket: number, mode: Mode): string => `${PREFIX}.${session.agent?.id ?? 'nobody'}.${ticket}.${mode}`

  function get(ticket: number, mode: Mode): Draft {
    return drafts.get(nameOf(ticket, mode)) ?? EMPTY
  }

  function set(ticket: number, mode: Mode, draft: Draft): void {
    const name = nameOf(ticket, mode)
    if (draft.body === '') {
      clear(ticket, mode)
      return
    }
    drafts.set(name, draft)
    quietly(() => localStorage.setItem(name, JSON.stringify(draft)))
  }

  function clear(ticket: number, mode: Mode): void {
    const name = nameOf(ticket, mode)
    drafts.delete(name)
    quietly(() => localStorage.removeItem(name))
  }

  return { get, set, clear }
})

/** The key for sending this text: the same for every try until it got through, a new one for another text. */
export function attemptFor(draft: Draft, body: string): NonNullable<Draft['attempt']> {
  return draft.attempt?.body === body ? draft.attempt : { key: crypto.randomUUID(), body }
}

function readAll(): [string, Draft][] {
  const names = quietly(() => Object.keys(localStorage).filter((name) => name.startsWith(`${PREFIX}.`))) ?? []
  return names.flatMap((name): [string, Draft][] => {
    const draft = quietly(() => ({ ...EMPTY, ...(JSON.parse(localStorage.getItem(name) ?? '') as Partial<Draft>) }))
    return draft && typeof draft.body === 'string' ? [[name, draft]] : []
  })
}

/** Storage may be full, forbidden or damaged; writing on matters more. */
function quietly<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}
