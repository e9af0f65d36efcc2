import { isAnswerable } from '../contact/address.ts'
import type { Contact } from '../contact/contact.ts'
import type { Inbox } from '../inbox/inbox.ts'
import type { Message } from '../message/message.ts'
import type { Desk } from '../ports/unit-of-work.ts'
import type { FailureReason } from '../text/failure-reason.ts'

/** Why a message must not leave after all: what was true when it was written may not be true now. */
export async function reasonNotToSend(
  desk: Desk,
  { message, inbox, contact }: { message: Message; inbox: Inbox; contact: Contact },
): Promise<FailureReason | null> {
  if (inbox.number === null || !isAnswerable(contact.address)) return 'unanswerable'
  if (contact.blockedAt !== null) return 'blocked'
  // The one text that goes to somebody who opted out is the confirmation of it.
  if (message.purpose === 'opt-out') return null
  return (await desk.optOuts.find(inbox.id, contact.address)) === null ? null : 'opted-out'
}
