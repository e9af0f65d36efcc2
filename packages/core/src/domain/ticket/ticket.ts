export type TicketStatus = 'open' | 'snoozed' | 'closed'

/** How it began: `keyword` is a ticket that holds nothing but STOP or HELP and was never confirmed. */
export type TicketOrigin = 'text' | 'keyword' | 'agent'

export interface Ticket {
  /** The public ticket ID. */
  readonly number: number
  readonly inboxId: string
  readonly contactId: string
  readonly status: TicketStatus
  readonly origin: TicketOrigin
  readonly assigneeId: string | null
  /** Since when the customer waits for a person's answer. */
  readonly waitingSince: number | null
  /** Since when a text stands there that may ask for no more texts; null where none does or an agent has decided. */
  readonly stopAskedAt: number | null
  /** Out of sight until then. Null unless snoozed. */
  readonly snoozedUntil: number | null
  /** As people wrote them, in their order. */
  readonly tags: readonly string[]
  /** The place of the newest message or line of activity in the ticket's timeline. */
  readonly lastSeq: number
  /** The place of the newest text from the customer; 0 when there is none. */
  readonly lastInboundSeq: number
  /** What the list shows: the newest text that a person wrote. Null while there is none. */
  readonly lastMessage: LastMessage | null
  readonly createdAt: number
  /** Newest activity that moves the ticket up in the list. */
  readonly updatedAt: number
  readonly closedAt: number | null
  readonly mergedInto: number | null
}

export interface LastMessage {
  readonly direction: 'in' | 'out'
  readonly kind: 'sms' | 'auto'
  readonly preview: string
  readonly at: number
}

export type NewTicket = Omit<Ticket, 'number'>

export function newTicket(start: {
  inboxId: string
  contactId: string
  origin: TicketOrigin
  now: number
  closed?: boolean
}): NewTicket {
  return {
    inboxId: start.inboxId,
    contactId: start.contactId,
    origin: start.origin,
    status: start.closed ? 'closed' : 'open',
    assigneeId: null,
    waitingSince: null,
    stopAskedAt: null,
    snoozedUntil: null,
    tags: [],
    lastSeq: 0,
    lastInboundSeq: 0,
    lastMessage: null,
    createdAt: start.now,
    updatedAt: start.now,
    closedAt: start.closed ? start.now : null,
    mergedInto: null,
  }
}

export function closed(ticket: Ticket, now: number): Ticket {
  return { ...ticket, status: 'closed', closedAt: now, updatedAt: now, waitingSince: null, snoozedUntil: null }
}

export function reopened(ticket: Ticket, now: number): Ticket {
  return { ...ticket, status: 'open', closedAt: null, updatedAt: now }
}

/** Who waits, waits on meanwhile: only the list leaves the ticket out. */
export function snoozed(ticket: Ticket, until: number): Ticket {
  return { ...ticket, status: 'snoozed', snoozedUntil: until }
}

export function woken(ticket: Ticket, now: number): Ticket {
  return { ...ticket, status: 'open', snoozedUntil: null, updatedAt: now }
}

/** Whether a text that comes now goes back into this closed ticket. */
export function isWithinReopenWindow(ticket: Ticket, reopenHours: number, now: number): boolean {
  return ticket.closedAt !== null && ticket.mergedInto === null && now - ticket.closedAt < reopenHours * 3_600_000
}

/** The earlier of two moments that may not be. */
export function earlier(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.min(a, b)
}
