import type { ActivityKind } from './activity.ts'

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
