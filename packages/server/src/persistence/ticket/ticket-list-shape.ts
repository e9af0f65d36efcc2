import type { TicketView } from '@textdesk/core'
import { sql } from 'kysely'

/** What kind of list is asked for. */
export interface ListShape {
  readonly view: TicketView
  readonly continues: boolean
  readonly searches: boolean
  /** Only tickets with one tag. */
  readonly hasTag: boolean
  /** Only tickets of one contact. */
  readonly ofContact: boolean
}

/** What is walked to fill a page. */
export type Leader = 'search' | 'contact' | 'tag' | 'view'

/**
 * Open tickets are as few as people can answer, so their views are walked for a tag too; of the closed ones of many years
 * only those that have it.
 */
export function leaderOf({ view, searches, hasTag, ofContact }: ListShape): Leader {
  if (searches) return 'search'
  if (ofContact) return 'contact'
  return hasTag && (view === 'closed' || view === 'all') ? 'tag' : 'view'
}

/** By what the list is ordered and continued. */
export function placeIn(view: TicketView, leader: Leader) {
  if (view === 'waiting') return { ...place('tickets.waiting_since'), direction: 'asc', follows: sql.raw('>') } as const
  if (leader === 'tag') return place('ticket_tags.updated_at', 'ticket_tags.ticket_number')
  return place('tickets.updated_at')
}

function place(moment: string, number = 'tickets.number') {
  return { moment: sql.ref(moment), number: sql.ref(number), direction: 'desc', follows: sql.raw('<') } as const
}
