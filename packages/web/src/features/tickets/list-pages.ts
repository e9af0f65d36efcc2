import { isOldestFirst, momentIn } from '@textdesk/core/text'
import type { TicketList, TicketSummary, TicketView } from '@textdesk/server/contract'

/** Where a row stands in the order of its view. */
export interface Place {
  /** UTC milliseconds. */
  readonly moment: number
  readonly number: number
}

/** A stretch of a list that was loaded, from one cursor to the next. */
export interface ListPage extends TicketList {
  /** Where the stretch ends; null when the list does. */
  readonly end: Place | null
  /** Counts how often the list was renewed. A page that lags behind was out of sight since. */
  readonly turn: number
}

/** A list as the query client keeps it. */
export interface ListPages {
  readonly pages: ListPage[]
  readonly pageParams: unknown[]
}

export function placeOf(row: TicketSummary, view: TicketView): Place {
  return { moment: Date.parse(momentIn(view, row)), number: row.number }
}

export function isBeyond(place: Place, end: Place, view: TicketView): boolean {
  const difference = place.moment - end.moment || place.number - end.number
  return isOldestFirst(view) ? difference > 0 : difference < 0
}

export function latestTurn(pages: readonly ListPage[]): number {
  return pages.reduce((latest, { turn }) => Math.max(latest, turn), 0)
}

/** All rows in order. A ticket that moved stands on two pages; the newer page knows better. */
export function rowsOf(pages: readonly ListPage[]): TicketSummary[] {
  const holders = new Map<number, ListPage>()
  for (const page of pages) {
    for (const { number } of page.items) {
      const other = holders.get(number)
      if (!other || page.turn > other.turn) holders.set(number, page)
    }
  }
  return pages.flatMap((page) => page.items.filter(({ number }) => holders.get(number) === page))
}

/** Whether one of these tickets stands on a page that lags behind. */
export function lagsBehind(pages: readonly ListPage[], watched: () => ReadonlySet<number>): boolean {
  const latest = latestTurn(pages)
  const lagging = pages.filter(({ turn }) => turn < latest)
  if (lagging.length === 0) return false
  const numbers = watched()
  return lagging.some((page) => holdsAny(page, numbers))
}

export function holdsAny({ items }: TicketList, numbers: ReadonlySet<number>): boolean {
  return items.some(({ number }) => numbers.has(number))
}
