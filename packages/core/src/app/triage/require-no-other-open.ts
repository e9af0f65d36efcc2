import { DomainError } from '../../domain/errors.ts'
import type { Ticket } from '../../domain/ticket/ticket.ts'
import type { Desk } from '../../ports/unit-of-work.ts'

/**
 * A customer has one ticket in an inbox that is not closed.
 * @throws DomainError `other-ticket-open`
 */
export async function requireNoOtherOpen(desk: Pick<Desk, 'tickets'>, ticket: Ticket): Promise<void> {
  const other = await desk.tickets.findCurrent(ticket.inboxId, ticket.contactId)
  if (other === null || other.number === ticket.number) return
  const problem = `Ticket ${other.number} of this customer is open. Carry on there.`
  throw new DomainError('other-ticket-open', problem, { ticketNumber: other.number })
}
