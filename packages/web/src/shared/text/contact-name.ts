import type { ContactRef } from '@textdesk/server/contract'
import { formatNumber } from './format-number.ts'

/** What a list calls a customer: the name an agent gave, else the number in groups. */
export function contactName(contact: Pick<ContactRef, 'name' | 'address'>): string {
  return contact.name ?? formatNumber(contact.address)
}
