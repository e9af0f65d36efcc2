import type { Ticket } from '../../domain/ticket/ticket.ts'
import type { Desk } from '../../ports/unit-of-work.ts'
import { canBeAnswered } from './can-be-answered.ts'

/**
 * Since when the customer of a ticket waits for a person, by what the desk holds: since their first text after the last
 * reply of a person. Null where there is none, where no answer is possible, and for a closed ticket.
 */
export async function waitingSinceOf(
  desk: Pick<Desk, 'contacts' | 'inboxes' | 'messages' | 'optOuts'>,
  ticket: Ticket,
): Promise<number | null> {
  if (ticket.status === 'closed') return null
  const [inbox, contact] = [await desk.inboxes.find(ticket.inboxId), await desk.contacts.find(ticket.contactId)]
  if (inbox === null || contact === null || !(await canBeAnswered(desk, inbox, contact))) return null
  return (await desk.messages.history.firstUnanswered(ticket.number))?.at ?? null
}

/** To be called when it has changed whether the contact can be answered: their open ticket waits, or waits no longer. */
export async function renewWaiting(desk: Desk, place: { inboxId: string; contactId: string }): Promise<void> {
  const ticket = await desk.tickets.findCurrent(place.inboxId, place.contactId)
  if (ticket === null) return
  const waitingSince = await waitingSinceOf(desk, ticket)
  if (waitingSince === ticket.waitingSince) return
  await desk.tickets.save({ ...ticket, waitingSince })
  desk.changes.record({ kind: 'ticket', ticketNumber: ticket.number, what: 'contact' })
}
