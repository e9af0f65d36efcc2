import { createHmac, createSecretKey, type KeyObject } from 'node:crypto'
import type { Address } from '@textdesk/core'

/**
 * Keeps an address recognisable without keeping it: HMAC-SHA256 under the desk's own key. A plain hash would not do, as
 * there are few enough phone numbers to try them all.
 */
export class AddressHasher {
  readonly #key: KeyObject

  constructor(key: Uint8Array) {
    this.#key = createSecretKey(key)
  }

  hash(address: Address): Uint8Array {
    return createHmac('sha256', this.#key).update(`${address.kind}:${address.value}`).digest()
  }
}
