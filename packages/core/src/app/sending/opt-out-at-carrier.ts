import type { Message } from '../../domain/message/message.ts'
import type { Desk } from '../../ports/unit-of-work.ts'
import { cancelUnsent } from '../shared/cancel-unsent.ts'
import { requireTicket } from '../shared/require-ticket.ts'
import { TicketEditor } from '../shared/ticket-editor.ts'
import { renewWaiting } from '../shared/waiting-since.ts'
import type { Hearing } from './hearing.ts'

/** The carrier says that the message's recipient wants no more texts: that counts as if they had said it here. */
export async function optOutAtCarrier(desk: Desk, message: Message, { now, ids }: Hearing): Promise<void> {
  const { inboxId, contactId } = message
  const contact = await desk.contacts.find(contactId)
  if (contact === null) return
  if (!(await desk.optOuts.add(inboxId, contact.address, { at: now, source: 'carrier' }))) return
  await cancelUnsent(desk, { inboxId, contactId, reason: 'opted-out' })
  const ticket = await requireTicket(desk, message.ticketNumber)
  const editor = new TicketEditor(desk, { ...ticket, stopAskedAt: null })
  await editor.addActivity({ id: ids.uuid(), at: now, what: 'opted-out', detail: 'carrier' })
  await editor.save('contact')
  await renewWaiting(desk, { inboxId, contactId })
}
