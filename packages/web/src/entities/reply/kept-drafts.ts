export type Mode = 'reply' | 'note'

export interface Draft {
  readonly body: string
  /** The newest message on screen when the writing began. */
  readonly seenMessageId: string | null
  /** Names the attempt to send this very text, so that trying again sends nothing twice. */
  readonly attempt: { readonly key: string; readonly body: string } | null
}

/** A draft with what is known of its copy on the desk. */
export interface KeptDraft extends Draft {
  /** When it was changed here, in UTC milliseconds. */
  readonly changedAt: number
  /** The desk has this very text. */
  readonly isStored: boolean
}

export const PREFIX = 'textdesk.draft'
export const EMPTY: KeptDraft = { body: '', seenMessageId: null, attempt: null, changedAt: 0, isStored: false }

export function readAll(): [string, KeptDraft][] {
  const names = quietly(() => Object.keys(localStorage).filter((name) => name.startsWith(`${PREFIX}.`))) ?? []
  return names.flatMap((name): [string, KeptDraft][] => {
    const draft = readDraft(localStorage.getItem(name) ?? '')
    return draft === null ? [] : [[name, draft]]
  })
}

export function readDraft(kept: string): KeptDraft | null {
  const draft = quietly(() => ({ ...EMPTY, ...(JSON.parse(kept) as Partial<KeptDraft>) }))
  return draft && typeof draft.body === 'string' ? draft : null
}

/** Storage may be full, forbidden or damaged; writing on matters more. */
export function quietly<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}
