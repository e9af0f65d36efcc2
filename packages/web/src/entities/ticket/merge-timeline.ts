import type { Timeline, TimelineItem } from '@textdesk/server/contract'

/** Pages as they were loaded: the newest first, each with its oldest item first. */
export interface TimelinePages {
  readonly pages: Timeline[]
  readonly pageParams: unknown[]
}

/**
 * Puts a fresh newest page in place of the old one and keeps the older items already loaded. Where the two do not meet, too
 * much happened in between to know what is missing, and loading starts over from the fresh page.
 */
export function mergeNewest(known: TimelinePages, fresh: Timeline): TimelinePages {
  const newest = known.pages[0]
  const oldestFresh = fresh.items[0]
  if (!newest || !oldestFresh) return { pages: [fresh], pageParams: [null] }
  if (!newest.items.some(({ id }) => id === oldestFresh.id) || isRenumbered(newest, fresh)) {
    return fresh.nextCursor === null ? { pages: [fresh], pageParams: [null] } : restart(known, fresh)
  }
  const older = newest.items.filter(({ seq }) => seq < oldestFresh.seq)
  const merged = {
    items: [...older, ...fresh.items],
    nextCursor: older.length > 0 ? newest.nextCursor : fresh.nextCursor,
  }
  return { pages: [merged, ...known.pages.slice(1)], pageParams: known.pageParams }
}

/** Another ticket was merged into this one: its items may stand anywhere between the known ones. */
function isRenumbered(newest: Timeline, fresh: Timeline): boolean {
  const places = new Map(newest.items.map(({ id, seq }) => [id, seq]))
  return fresh.items.some(({ id, seq }) => (places.get(id) ?? seq) !== seq)
}

function restart(known: TimelinePages, fresh: Timeline): TimelinePages {
  return { pages: [fresh], pageParams: known.pageParams.slice(0, 1) }
}

/** All items that are loaded, oldest first, each once. */
export function inOrder(pages: readonly Timeline[]): TimelineItem[] {
  const byId = new Map<string, TimelineItem>()
  for (const page of pages.toReversed()) for (const item of page.items) byId.set(item.id, item)
  return [...byId.values()].toSorted((a, b) => a.seq - b.seq)
}
