import type { TicketList, TicketSummary, TicketView } from '@textdesk/server/contract'
import { holdsAny, isBeyond, type ListPage, type ListPages, latestTurn, type Place, placeOf } from './list-pages.ts'

/** Up to so many pages are all renewed together; of a longer list only the first and what somebody looks at. */
const SHORT_LIST = 3
/** So many loads fill a stretch that others moved into; more only for rows that somebody looks at. */
const USUAL_LOADS = 4

interface PageAsked {
  readonly view: TicketView
  readonly cursor: string | null
  /** What was loaded before, if anything. */
  readonly known: ListPages | undefined
  /** The list goes on at its end, nothing is renewed. */
  readonly isMore: boolean
  /** The tickets that must be up to date: on screen, or picked to be changed. */
  readonly watched: () => ReadonlySet<number>
  readonly load: (cursor: string | null) => Promise<TicketList>
}

/**
 * One page of a list. To renew a list of ten thousand tickets takes a few requests and not hundreds: pages out of sight are
 * handed back as they were. So that the pages still meet, a renewed one keeps its stretch of the list, however many
 * tickets came into it or left it.
 */
export async function fetchPage(asked: PageAsked): Promise<ListPage> {
  const { view, cursor, known, isMore, watched, load } = asked
  const pages = known?.pages ?? []
  const turn = latestTurn(pages) + (isMore ? 0 : 1)
  const index = known?.pageParams.indexOf(cursor) ?? -1
  const before = isMore ? undefined : pages[index]
  if (!before || pages.length <= SHORT_LIST) return newPage(await load(cursor), view, turn)
  // Nobody can look at a page that was emptied, but what moves into its stretch.
  if (index > 0 && before.items.length > 0 && !holdsAny(before, watched())) return before
  return { ...(await stretch(before, asked)), turn }
}

function newPage(list: TicketList, view: TicketView, turn: number): ListPage {
  return { ...list, end: list.nextCursor === null ? null : lastPlace(list.items, view), turn }
}

/** What stands between where the page begins and where it ended before. */
async function stretch(before: ListPage, asked: PageAsked): Promise<Omit<ListPage, 'turn'>> {
  const { view } = asked
  const { end } = before
  const { items, next, left } = await loadUntil(end, before.items, asked)
  if (end === null) return { items, nextCursor: next, end: next === null ? null : lastPlace(items, view) }
  const inside = items.filter((row) => !isBeyond(placeOf(row, view), end, view))
  const isListEnd = next === null && inside.length === items.length
  return {
    items: [...inside, ...left],
    nextCursor: isListEnd ? null : before.nextCursor,
    end: isListEnd ? null : end,
  }
}

/** Loads up to the end. `left` are rows that were known beyond what was worth loading now. */
async function loadUntil(
  end: Place | null,
  known: readonly TicketSummary[],
  { view, cursor, load, watched }: PageAsked,
) {
  const items: TicketSummary[] = []
  let next = cursor
  for (let loads = 1; ; loads += 1) {
    const list = await load(next)
    items.push(...list.items)
    next = list.nextCursor
    const last = lastPlace(items, view)
    if (next === null || end === null || last === null || !isBeyond(end, last, view)) return { items, next, left: [] }
    const left = rowsAfter(last, known, items, view)
    // Nothing known is left, and still the end is not reached: somebody may look at the very last of these rows.
    const isWanted = left.length === 0 || left.some(({ number }) => watched().has(number))
    if (loads >= USUAL_LOADS && !isWanted) return { items, next, left }
  }
}

function rowsAfter(last: Place, known: readonly TicketSummary[], loaded: readonly TicketSummary[], view: TicketView) {
  const numbers = new Set(loaded.map(({ number }) => number))
  return known.filter((row) => !numbers.has(row.number) && isBeyond(placeOf(row, view), last, view))
}

function lastPlace(rows: readonly TicketSummary[], view: TicketView): Place | null {
  const last = rows.at(-1)
  return last ? placeOf(last, view) : null
}
