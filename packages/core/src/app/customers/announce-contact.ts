import type { Desk } from '../../ports/unit-of-work.ts'

/** Tells the screens that show an open ticket of this contact. */
export async function announceContact(
  desk: Pick<Desk, 'changes' | 'inboxes' | 'tickets'>,
  contactId: string,
): Promise<void> {
  for (const inbox of await desk.inboxes.list()) {
    const ticket = await desk.tickets.findCurrent(inbox.id, contactId)
    if (ticket !== null) desk.changes.record({ kind: 'ticket', ticketNumber: ticket.number, what: 'contact' })
  }
}
