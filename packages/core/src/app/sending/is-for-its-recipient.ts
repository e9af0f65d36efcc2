import type { Contact } from '../../domain/contact/contact.ts'
import type { Message } from '../../domain/message/message.ts'
import type { Desk } from '../../ports/unit-of-work.ts'

/**
 * Whether a report that names this recipient (E.164) can be one of the message. One for somebody else is about another
 * text, whatever ids it bears; one that names nobody is believed.
 */
export async function isForItsRecipient(
  desk: Pick<Desk, 'contacts'>,
  message: Message,
  recipient: string | null,
): Promise<boolean> {
  return recipient === null || (await contactAt(desk, recipient))?.id === message.contactId
}

export function contactAt(desk: Pick<Desk, 'contacts'>, number: string): Promise<Contact | null> {
  return desk.contacts.findByAddress({ kind: 'phone', value: number })
}
