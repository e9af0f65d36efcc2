import type { Address } from '../../domain/contact/address.ts'
import { type Contact, newContact, replyAddress } from '../../domain/contact/contact.ts'
import { DomainError } from '../../domain/errors.ts'
import type { Ids } from '../../ports/platform/ids.ts'
import type { Desk } from '../../ports/unit-of-work.ts'

/** Whom a text came from, which says how their number is written now. */
export async function ensureSender(
  desk: Pick<Desk, 'contacts'>,
  from: Address,
  at: { now: number; ids: Ids },
): Promise<{ contact: Contact; isNew: boolean }> {
  const { contact, isNew } = await ensureContact(desk, from, at)
  if (replyAddress(contact).value === from.value) return { contact, isNew }
  const known = { ...contact, writesFrom: from.value === contact.address.value ? null : from.value }
  await desk.contacts.save(known)
  return { contact: known, isNew }
}

/** The contact with this address, however it is written; made when there is none. */
export async function ensureContact(
  desk: Pick<Desk, 'contacts'>,
  address: Address,
  { now, ids }: { now: number; ids: Ids },
): Promise<{ contact: Contact; isNew: boolean }> {
  const known = await desk.contacts.findByAddress(address)
  if (known !== null) return { contact: known, isNew: false }
  const contact = newContact({ id: ids.uuid(), address, now })
  if (await desk.contacts.add(contact)) return { contact, isNew: true }
  const other = await desk.contacts.findByAddress(address)
  if (other !== null) return { contact: other, isNew: false }
  throw new DomainError('storage-unavailable', 'The contact could be neither added nor found.')
}
