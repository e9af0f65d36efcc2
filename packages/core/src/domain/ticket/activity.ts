export const activityKinds = [
  'conversation-started',
  'closed',
  'reopened',
  'reopened-by-text',
  'assigned',
  'unassigned',
  'snoozed',
  'woken',
  'confirmation-withheld',
  'opted-out',
  'opted-in',
  'stop-request-dismissed',
  'blocked',
  'unblocked',
  'reply-undone',
  'resent',
  'arrival-confirmed',
  'moved-to',
  'moved-from',
  'merged-from',
] as const

export type ActivityKind = (typeof activityKinds)[number]

/** A line between the messages of a ticket. It shares their numbering. */
export interface Activity {
  readonly id: string
  readonly ticketNumber: number
  readonly seq: number
  readonly at: number
  /** The agent who did it; null when the desk or the customer did. */
  readonly actorId: string | null
  readonly what: ActivityKind
  /** What the sentence needs beside the actor: an assignee's id, a reason, a moment, another ticket's number. */
  readonly detail: string | null
}
