import { DomainError } from '../errors.ts'
import type { Ids } from '../ports/ids.ts'
import type { Desk } from '../ports/unit-of-work.ts'
import type { Address } from './address.ts'
import type { Contact } from './contact.ts'

/** The contact with this address, made when there is none. */
export async function ensureContact(
  desk: Desk,
  address: Address,
  { now, ids }: { now: number; ids: Ids },
): Promise<{ contact: Contact; isNew: boolean }> {
  const known = await desk.contacts.findByAddress(address)
  if (known !== null) return { contact: known, isNew: false }
  const contact: Contact = { id: ids.uuid(), address, name: null, note: null, blockedAt: null, createdAt: now }
  if (await desk.contacts.add(contact)) return { contact, isNew: true }
  const other = await desk.contacts.findByAddress(address)
  if (other !== null) return { contact: other, isNew: false }
  throw new DomainError('storage-unavailable', 'The contact could be neither added nor found.')
}
