import { createHmac, createSecretKey, type KeyObject } from 'node:crypto'
import { type Address, spellings } from '@textdesk/core'

/**
 * Keeps an address recognisable without keeping it: HMAC-SHA256 under the desk's own key. A plain hash would not do, as
 * there are few enough phone numbers to try them all.
 */
export class AddressHasher {
  readonly #key: KeyObject

  constructor(key: Uint8Array) {
    this.#key = createSecretKey(key)
  }

  /** One for each way in which the address may be written. */
  hashes(address: Address): Uint8Array[] {
    return spellings(address).map(({ kind, value }) => this.#hash(`${kind}:${value}`))
  }

  #hash(address: string): Uint8Array {
    return createHmac('sha256', this.#key).update(address).digest()
  }
}
