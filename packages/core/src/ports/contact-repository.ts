import type { Address } from '../contact/address.ts'
import type { Contact } from '../contact/contact.ts'

export interface ContactRepository {
  find(id: string): Promise<Contact | null>
  findByAddress(address: Address): Promise<Contact | null>
  /** False when a contact with that address exists. */
  add(contact: Contact): Promise<boolean>
  save(contact: Contact): Promise<void>
}
