import type { Address } from '../../domain/contact/address.ts'
import type { Contact } from '../../domain/contact/contact.ts'

export interface ContactRepository {
  find(id: string): Promise<Contact | null>
  /** However the address is written. Where an older version made two contacts of one number, the one in use. */
  findByAddress(address: Address): Promise<Contact | null>
  /** False when a contact with that address exists, in whatever spelling. */
  add(contact: Contact): Promise<boolean>
  save(contact: Contact): Promise<void>
}
