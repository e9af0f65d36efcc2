import type { Doubles, OutgoingRow, TicketRow } from '../support/message-ledger.ts'

type Soon<T> = T | Promise<T>

/** What is asked of the database after a kill, whichever database it is. */
export interface KillLedger {
  mark(): Soon<number>
  bodiesSince(mark: number): Soon<string[]>
  outgoingSince(mark: number): Soon<OutgoingRow[]>
  ticketsSince(mark: number): Soon<TicketRow[]>
  waiting(): Soon<number>
  leaving(): Soon<number>
  doubles(): Soon<Doubles>
  close(): Soon<void>
}
