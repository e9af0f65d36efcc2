import type { ArchivePage } from '../../ports/providers/message-archive.ts'

export interface ArchiveTrouble {
  readonly reason: string
  readonly retryAfterMs: number | null
}

export interface ArchiveReading<Item> {
  /** Newest first; an item may stand twice. */
  readonly items: readonly Item[]
  /** Where to go on, if that were too many pages at once. */
  readonly next: number | null
  /** Set when the list could not be read to its end. */
  readonly trouble: ArchiveTrouble | null
}

const MAX_PAGES = 20

/** Reads page after page, until there is no more, it is enough, or too much at once. */
export async function readArchive<Item>(
  readPage: (cursor: number | null) => Promise<ArchivePage<Item>>,
  { from = null, isEnough = () => false }: { from?: number | null; isEnough?: (items: readonly Item[]) => boolean },
): Promise<ArchiveReading<Item>> {
  const items: Item[] = []
  let cursor = from
  for (let pages = 0; pages < MAX_PAGES; pages += 1) {
    const page = await readPage(cursor)
    if (page.kind === 'unavailable') return { items, next: cursor, trouble: page }
    items.push(...page.items)
    if (page.next === null || isEnough(items)) return { items, next: null, trouble: null }
    cursor = page.next
  }
  return { items, next: cursor, trouble: null }
}
