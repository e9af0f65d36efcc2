import type { TimelineEntry } from './timeline-entry.ts'

/** An entry of two timelines that become one. */
export interface PlacedEntry {
  readonly entry: TimelineEntry
  /** It comes from the other ticket. */
  readonly comes: boolean
  /** Its place in the one timeline. */
  readonly seq: number
}

/**
 * Two timelines in the order of time, each keeping its own order. What was there moves on by one place for each entry that
 * comes before it, so that places tell whether anything came in between.
 */
export function interleave(own: readonly TimelineEntry[], coming: readonly TimelineEntry[]): PlacedEntry[] {
  const placed: PlacedEntry[] = []
  let [arrived, last] = [0, 0]
  const place = (entry: TimelineEntry, comes: boolean) => {
    last = comes ? last + 1 : entry.seq + arrived
    if (comes) arrived += 1
    placed.push({ entry, comes, seq: last })
  }
  for (const entry of own) {
    for (let next = coming[arrived]; next && next.at < entry.at; next = coming[arrived]) place(next, true)
    place(entry, false)
  }
  for (const entry of coming.slice(arrived)) place(entry, true)
  return placed
}

/** How far somebody has read the one timeline who had read the two so far: up to what they have not seen. */
export function readPosition(placed: readonly PlacedEntry[], seen: { own: number; coming: number }): number {
  const isUnread = ({ entry, comes }: PlacedEntry) =>
    entry.what === 'text' && entry.seq > (comes ? seen.coming : seen.own)
  const unread = placed.find(isUnread)
  return unread ? unread.seq - 1 : (placed.at(-1)?.seq ?? 0)
}
