export type ContactKind = 'phone' | 'short-code' | 'name'

/** Who a text came from. `value` is E.164 for a phone, digits for a short code, and the text itself for a name. */
export interface Address {
  readonly kind: ContactKind
  readonly value: string
}

/** Only phones can be answered and get automatic texts. */
export function isAnswerable(address: Address): boolean {
  return address.kind === 'phone'
}
