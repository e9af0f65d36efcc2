import type { Address } from '../../domain/contact/address.ts'

export interface OptOut {
  readonly at: number
  readonly source: OptOutSource
}

/** `text`: the customer's STOP; `agent`: on the customer's request; `carrier`: reported by the provider. */
export type OptOutSource = 'text' | 'agent' | 'carrier'

/** Keyed by inbox and address in all its spellings, not by contact: it must outlive an erased contact. */
export interface OptOutRepository {
  find(inboxId: string, address: Address): Promise<OptOut | null>
  /** False when the address is opted out already; the older entry stands. */
  add(inboxId: string, address: Address, optOut: OptOut): Promise<boolean>
  /** False when there was none. */
  remove(inboxId: string, address: Address): Promise<boolean>
}
