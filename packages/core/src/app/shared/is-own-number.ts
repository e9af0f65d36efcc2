import { type Address, spellings } from '../../domain/contact/address.ts'
import type { Desk } from '../../ports/unit-of-work.ts'

/** Whether this is one of the desk's own numbers, however it is written: two desks would answer each other for ever. */
export async function isOwnNumber(desk: Pick<Desk, 'inboxes'>, address: Address): Promise<boolean> {
  for (const { value } of spellings(address)) if (await desk.inboxes.hasNumber(value)) return true
  return false
}
