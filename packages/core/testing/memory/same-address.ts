import { type Address, spellings } from '../../src/domain/contact/address.ts'

/** However the one or the other is written. */
export function isSameAddress(one: Address, other: Address): boolean {
  return one.kind === other.kind && spellings(one).some(({ value }) => value === other.value)
}
