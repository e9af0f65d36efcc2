export type PlacementReason =
  | 'first-text'
  | 'open-ticket'
  | 'woke-ticket'
  | 'reopened'
  | 'thanks'
  | 'after-thanks'
  | 'window-over'
  | 'never-reopens'
  | 'keyword'
  | 'blocked'
  | 'moved'
  | 'merged'

/** Why a text from a customer stands in its ticket: decided when it comes, or by the agent who moves it. */
export interface Placement {
  readonly reason: PlacementReason
  /** Another ticket: the one closed last (`window-over`, `never-reopens`), or where the text was before (`moved`, `merged`). */
  readonly ticket: number | null
  /**
   * When that ticket was closed; for `open-ticket` when the ticket was opened, for `woke-ticket` until when it was snoozed,
   * for `reopened`, `thanks` and `after-thanks` when it had been closed, for `moved` and `merged` when that was done.
   */
  readonly at: number | null
  /** The inbox's reopen window, in hours, where it decided. */
  readonly reopenHours: number | null
}

export function placement(reason: PlacementReason, facts: Partial<Omit<Placement, 'reason'>> = {}): Placement {
  return { reason, ticket: null, at: null, reopenHours: null, ...facts }
}
