import { createHmac, createSecretKey, hash, type KeyObject } from 'node:crypto'

/** Tells a keyed hash from the plain one of earlier versions, which is 32 bytes long. */
const KEYED = Buffer.from([1])
export const PLAIN_BYTES = 32

/**
 * Keeps a text's key recognisable without keeping it: HMAC-SHA256 under the desk's own key. A plain hash of who wrote what
 * and when could be found by trying, also after the contact was erased. It is made of the plain hash, so that those of
 * earlier versions can be turned into it.
 */
export class ReceiptHasher {
  /** Whether a version that knows plain hashes alone may work on the same database. */
  readonly besideOlder: boolean
  readonly #key: KeyObject

  constructor(key: Uint8Array, { besideOlder }: { besideOlder: boolean }) {
    this.#key = createSecretKey(key)
    this.besideOlder = besideOlder
  }

  plain(receiptKey: string): Uint8Array {
    return hash('sha256', receiptKey, 'buffer')
  }

  keyed(plain: Uint8Array): Uint8Array {
    const digest = createHmac('sha256', this.#key).update('receipt:').update(plain).digest()
    return Buffer.concat([KEYED, digest])
  }
}
