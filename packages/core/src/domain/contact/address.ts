import { spellingsOf } from '../../text/phone-spellings.ts'

export type ContactKind = 'phone' | 'short-code' | 'name'

/** Who a text came from. `value` is E.164 for a phone, digits for a short code, and the text itself for a name. */
export interface Address {
  readonly kind: ContactKind
  readonly value: string
}

/** Every way in which this address may be written, in the order in which all of them list it. */
export function spellings(address: Address): readonly Address[] {
  if (address.kind !== 'phone') return [address]
  return spellingsOf(address.value).map((value) => ({ kind: 'phone', value }))
}

/** What all spellings of an address share; null for an address with only one. */
export function identityOf(address: Address): string | null {
  const [shortest, ...others] = spellings(address)
  return shortest === undefined || others.length === 0 ? null : shortest.value
}

/** Only phones can be answered and get automatic texts. */
export function isAnswerable(address: Address): boolean {
  return address.kind === 'phone'
}
