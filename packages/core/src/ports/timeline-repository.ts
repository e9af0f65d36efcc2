import type { Placement } from '../message/placement.ts'
import type { ActivityKind } from '../ticket/activity.ts'

/** A message or a line of activity, as the order of a timeline sees it. */
export interface TimelineEntry {
  /** Which line of activity it is; `text` for a text from the customer, `message` for every other message. */
  readonly what: ActivityKind | 'text' | 'message'
  /** Its place. */
  readonly seq: number
  readonly at: number
}

/** An entry and the place it goes to, in its own ticket or in another. */
export interface TimelineMove {
  readonly type: 'message' | 'activity'
  readonly from: { readonly ticketNumber: number; readonly seq: number }
  readonly seq: number
}

/** The places of messages and activity, which share their numbering within a ticket. */
export interface TimelineRepository {
  /** Everything in the ticket, in its order. */
  list(ticketNumber: number): Promise<TimelineEntry[]>
  /**
   * Moves entries to places in one ticket, all at once: a place that another of them leaves is free. Nothing else of them
   * changes, but that texts from customers that come from another ticket get `placement`.
   */
  move(to: number, moves: readonly TimelineMove[], placement: Placement): Promise<void>
}
