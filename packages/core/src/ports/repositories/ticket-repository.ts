import type { NewTicket, Ticket } from '../../domain/ticket/ticket.ts'

/** Finding a ticket locks it until the unit of work ends. */
export interface TicketRepository {
  find(number: number): Promise<Ticket | null>
  /** The one ticket of this contact and inbox that is not closed. */
  findCurrent(inboxId: string, contactId: string): Promise<Ticket | null>
  /** The closed, unmerged ticket that was closed last. */
  findNewestClosed(inboxId: string, contactId: string): Promise<Ticket | null>
  /** Snoozed tickets whose time came, the longest due first. */
  findDueToWake(now: number, limit: number): Promise<Ticket[]>
  /** When the next snoozed ticket is due after `now`; null when there is none. */
  nextWakeAt(now: number): Promise<number | null>
  /** Tickets of this agent that are not closed, the oldest first. */
  findAssigned(agentId: string, limit: number): Promise<Ticket[]>
  /** Tickets that are not closed and whose agent was disabled. */
  findOfDisabled(limit: number): Promise<Ticket[]>
  /** Gives it the next number. Null when the contact has a ticket in this inbox that is not closed, and this one is not either. */
  add(ticket: NewTicket): Promise<Ticket | null>
  /** @throws DomainError `other-ticket-open` when it would be the contact's second ticket that is not closed. */
  save(ticket: Ticket): Promise<void>
}
