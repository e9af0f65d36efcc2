import type { Address } from './address.ts'

export interface Contact {
  readonly id: string
  /** As they were first written to or wrote from; never changes. */
  readonly address: Address
  /** The other spelling of their number, where they wrote from that last. */
  readonly writesFrom: string | null
  readonly name: string | null
  /** What agents should know about them; empty counts as null. */
  readonly note: string | null
  readonly blockedAt: number | null
  readonly createdAt: number
}

/** Where a text to them goes: to the number as they wrote it last. */
export function replyAddress({ address, writesFrom }: Contact): Address {
  return writesFrom === null ? address : { ...address, value: writesFrom }
}

export function newContact({ id, address, now }: { id: string; address: Address; now: number }): Contact {
  return { id, address, writesFrom: null, name: null, note: null, blockedAt: null, createdAt: now }
}
