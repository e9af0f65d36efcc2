import type { Placement } from '../../domain/message/placement.ts'
import type { TimelineEntry, TimelineMove } from '../../domain/ticket/timeline-entry.ts'

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
