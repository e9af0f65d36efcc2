import type { Deliveries } from '../../domain/delivery/deliveries.ts'
import type { Incident } from '../../domain/incident/incident.ts'
import type { UnsettledState } from '../../text/unsettled.ts'

/** How the desk as a whole is doing, for its owner. Reads outside any unit of work. */
export interface SystemQueries {
  /** Every inbox that has texts to send, in no order. */
  listQueues(now: number): Promise<OutgoingQueue[]>
  /** Unsettled texts, by their state. */
  countTrouble(): Promise<Trouble>
  /** Texts that came to the inbox in [from, to). */
  countTexts(inboxId: string, from: number, to: number): Promise<number>
  /** Of the texts written in the inbox in [from, to) that left, or may have. */
  countDeliveries(inboxId: string, from: number, to: number): Promise<Deliveries>
  /** Texts that the desk found in the provider's list since the moment, for want of their webhook. */
  countFetched(since: number): Promise<number>
  firstTextAt(inboxId: string): Promise<number | null>
  /** Oldest first. */
  listOpenIncidents(): Promise<Incident[]>
  /** Rows that are stored and cannot be found yet. */
  searchLag(): Promise<number>
  /** What stores the desk, e.g. "SQLite 3.50.4". */
  databaseVersion(): Promise<string>
}

export type Trouble = Readonly<Record<UnsettledState, number>>

export interface OutgoingQueue {
  readonly inboxId: string
  /** Their time has not come. */
  readonly waiting: number
  /** They should have left. */
  readonly due: number
  /** On their way to the provider. */
  readonly sending: number
  /** Since when the first of the due ones has been. */
  readonly oldestDueAt: number | null
}
