import type { Activity, Message, TimelineItem } from '@textdesk/server/contract'
import { dayHeading, dayOf } from '../../shared/time/format-time.ts'

export type ThreadRow =
  | { readonly type: 'day'; readonly key: string; readonly heading: string }
  | { readonly type: 'activity'; readonly key: string; readonly activity: Activity }
  /** `continues`: follows one from the same side within two minutes. */
  | { readonly type: 'message'; readonly key: string; readonly message: Message; readonly continues: boolean }

const GROUP_MS = 2 * 60_000
const NO_KEYS: ReadonlyMap<string, string> = new Map()

/** A timeline as rows to draw: days are headed, what one side wrote in one go stands together. `keys` names rows by more than their id. */
export function toRows(
  items: readonly TimelineItem[],
  now: number,
  keys: ReadonlyMap<string, string> = NO_KEYS,
): ThreadRow[] {
  return items.flatMap((item, index) => {
    const before = items[index - 1]
    const startsDay = !before || dayOf(before.at) !== dayOf(item.at)
    const row = toRow(item, startsDay ? undefined : before, keys.get(item.id) ?? item.id)
    return startsDay
      ? [{ type: 'day' as const, key: `day-${dayOf(item.at)}`, heading: dayHeading(item.at, now) }, row]
      : [row]
  })
}

function toRow(item: TimelineItem, before: TimelineItem | undefined, key: string): ThreadRow {
  if (item.type === 'activity') return { type: 'activity', key, activity: item }
  const continues = before?.type === 'message' && isSameSide(before, item) && gap(before, item) < GROUP_MS
  return { type: 'message', key, message: item, continues }
}

function isSameSide(a: Message, b: Message): boolean {
  return a.direction === b.direction && a.kind === b.kind && a.author?.id === b.author?.id
}

function gap(a: Message, b: Message): number {
  return Date.parse(b.at) - Date.parse(a.at)
}
