import { isAnswerable } from '../contact/address.ts'
import type { Contact } from '../contact/contact.ts'
import { DomainError } from '../errors.ts'
import type { Inbox } from '../inbox/inbox.ts'
import type { Desk } from '../ports/unit-of-work.ts'

/**
 * Whether a person may write to this contact through this inbox.
 * @throws DomainError `not-found`, `contact-unanswerable`, `contact-blocked`, `contact-opted-out`
 */
export async function requireReplyable(
  desk: Desk,
  { inboxId, contactId }: { inboxId: string; contactId: string },
): Promise<void> {
  const [inbox, contact] = [await desk.inboxes.find(inboxId), await desk.contacts.find(contactId)]
  if (inbox === null || contact === null) throw new DomainError('not-found', 'This conversation is gone.')
  requireAnswerable(inbox, contact)
  if (contact.blockedAt !== null) {
    throw new DomainError('contact-blocked', 'This customer is blocked. Unblock them to reply.')
  }
  const optOut = await desk.optOuts.find(inboxId, contact.address)
  if (optOut !== null) {
    throw new DomainError('contact-opted-out', 'This customer opted out. Replies are off until they text START.')
  }
}

function requireAnswerable(inbox: Inbox, contact: Contact): void {
  if (inbox.number === null) {
    throw new DomainError(
      'contact-unanswerable',
      'This text came to a number the desk does not have, so there is no number to answer from.',
    )
  }
  if (isAnswerable(contact.address)) return
  const what = contact.address.kind === 'name' ? 'a name' : 'a short code'
  throw new DomainError(
    'contact-unanswerable',
    `'${contact.address.value}' is ${what}, not a number. It can't be answered.`,
  )
}
