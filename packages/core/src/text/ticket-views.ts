export const TICKET_VIEWS = [
  'waiting',
  'mine',
  'unassigned',
  'open',
  'replied',
  'snoozed',
  'attention',
  'closed',
  'all',
] as const

export type TicketView = (typeof TICKET_VIEWS)[number]

/** As much of a ticket as tells in which views it is. Moments are milliseconds or ISO. */
export interface ViewedTicket {
  readonly status: 'open' | 'snoozed' | 'closed'
  readonly waitingSince: unknown
  readonly assignee: { readonly id: string } | null
  readonly needsAttention: boolean
  /** A merged ticket is empty: its number only leads to another. */
  readonly mergedInto: number | null
}

/** Whether a ticket belongs to a view of this agent's. */
export function isInView(view: TicketView, ticket: ViewedTicket, agentId: string): boolean {
  const { status, waitingSince, assignee, mergedInto } = ticket
  switch (view) {
    case 'waiting':
      return status === 'open' && waitingSince !== null
    case 'replied':
      return status === 'open' && waitingSince === null
    case 'mine':
      return status !== 'closed' && assignee?.id === agentId
    case 'unassigned':
      return status !== 'closed' && assignee === null
    case 'open':
      return status !== 'closed'
    case 'snoozed':
      return status === 'snoozed'
    case 'attention':
      return ticket.needsAttention
    case 'closed':
      return status === 'closed' && mergedInto === null
    case 'all':
      return mergedInto === null
  }
}

/** Waiting has who waits longest first; every other view the newest activity. */
export function isOldestFirst(view: TicketView): boolean {
  return view === 'waiting'
}

/** By what a ticket has its place in a view, in the form it is given; equal ones go by their numbers. */
export function momentIn<T>(view: TicketView, ticket: { readonly waitingSince: T | null; readonly updatedAt: T }): T {
  return view === 'waiting' ? (ticket.waitingSince ?? ticket.updatedAt) : ticket.updatedAt
}
