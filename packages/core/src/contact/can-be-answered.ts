import type { Inbox } from '../inbox/inbox.ts'
import type { Desk } from '../ports/unit-of-work.ts'
import { isAnswerable } from './address.ts'
import type { Contact } from './contact.ts'

/** Whether a person's reply could reach this contact through this inbox. Who cannot be answered, waits for nobody. */
export async function canBeAnswered(desk: Desk, inbox: Inbox, contact: Contact): Promise<boolean> {
  if (inbox.number === null || !isAnswerable(contact.address) || contact.blockedAt !== null) return false
  return (await desk.optOuts.find(inbox.id, contact.address)) === null
}
