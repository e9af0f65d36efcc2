import type { Contact } from '../../domain/contact/contact.ts'
import { DomainError } from '../../domain/errors.ts'
import type { Desk } from '../../ports/unit-of-work.ts'

/** @throws DomainError `not-found` */
export async function requireContact(desk: Pick<Desk, 'contacts'>, id: string): Promise<Contact> {
  const contact = await desk.contacts.find(id)
  if (contact === null) throw new DomainError('not-found', "This contact isn't here.")
  return contact
}
