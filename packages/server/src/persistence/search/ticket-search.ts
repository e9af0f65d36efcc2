import type { Phrase } from '@textdesk/core'
import type { RawBuilder } from 'kysely'
import type { Query } from '../query.ts'

/** Who finds more than these should ask for more words; the newest are kept. */
export const TEXTS_LIMIT = 2_000
export const CONTACTS_LIMIT = 1_000

export interface FoundText {
  readonly row: number
  readonly ticketNumber: number
}

export interface HitMessage {
  readonly id: string
  readonly ticketNumber: number
  readonly body: string
}

/** How a database finds texts and contacts by words; each has its own way, and all the same answer. */
export interface TicketSearch {
  /** In the database's own language: all of these, each as one of its phrases. Nothing in it can be an operator. */
  write(all: readonly (readonly Phrase[])[]): string
  /** The newest messages that hold the words, the desk's own left out; newest first. */
  readonly texts: Query<{ words: string }, FoundText>
  readonly contacts: Query<{ words: string }, { id: string }>
  /** By their rows, as JSON. */
  readonly messages: Query<{ rows: string }, HitMessage>
  /** True of the tickets that were found; a condition on `tickets`. */
  condition(found: FoundTickets): RawBuilder<boolean>
}

/** Bound values of the condition. */
export interface FoundTickets {
  /** JSON: their numbers. */
  readonly foundTickets: string
  /** JSON: the ids of contacts all of whose tickets are found. */
  readonly foundContacts: string
  /** The number of one that is not to be found; 0 for none. */
  readonly except: number
}
