import { randomBytes, randomUUID } from 'node:crypto'
import type { Clock, Ids } from '@textdesk/core'

const COUNTER_BITS = 12n
/** Where the variant and the 62 random bits begin in a written UUID. */
const RANDOM_HALF = 19

/**
 * UUID version 7 with a counter after the milliseconds (RFC 9562, 6.2, method 1), so that ids sort in the order they were
 * made, also within a millisecond and when the clock is set back.
 */
export class UuidIds implements Ids {
  readonly #clock: Clock
  #last = 0n

  constructor(clock: Clock) {
    this.#clock = clock
  }

  uuid(): string {
    const now = BigInt(this.#clock.now()) << COUNTER_BITS
    this.#last = now > this.#last ? now : this.#last + 1n
    const time = (this.#last >> COUNTER_BITS).toString(16).padStart(12, '0')
    const counter = (this.#last & 0xfffn).toString(16).padStart(3, '0')
    // The random half of a version 4 has the same shape, and Node draws its bytes many at a time.
    const random = randomUUID().slice(RANDOM_HALF)
    return `${time.slice(0, 8)}-${time.slice(8)}-7${counter}-${random}`
  }

  jitter(): number {
    return (randomBytes(4).readUInt32BE() / 2 ** 32) * 2 - 1
  }
}
