import type { Address } from './address.ts'

export interface Contact {
  readonly id: string
  readonly address: Address
  readonly name: string | null
  /** What agents should know about them; empty counts as null. */
  readonly note: string | null
  readonly blockedAt: number | null
  readonly createdAt: number
}
