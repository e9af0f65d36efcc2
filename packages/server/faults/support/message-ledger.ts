import type { AttemptOutcome, DeliveryState } from '@textdesk/core'
import Database from 'better-sqlite3'
import { LEDGER_QUERIES } from './ledger-queries.ts'

export interface OutgoingRow {
  readonly id: string
  readonly ticketNumber: number
  readonly automatic: 0 | 1
  readonly body: string
  readonly state: DeliveryState
  readonly attempts: number
  /** What the last of them came to; null while that is not known. */
  readonly outcome: AttemptOutcome | null
}

export interface TicketRow {
  readonly number: number
  readonly contact: string
  readonly confirmations: number
}

/** What should be there once and is there more than once. */
export interface Doubles {
  readonly texts: number
  readonly tickets: number
  readonly replies: number
  readonly confirmations: number
}

/** The database's side of the story, read past the desk: what was written since a moment. */
export class MessageLedger {
  readonly #db: Database.Database

  constructor(file: string) {
    this.#db = new Database(file, { readonly: true })
  }

  /** To be handed back later for what came after it. */
  mark(): number {
    return this.#one(LEDGER_QUERIES.mark)
  }

  /** Of each text that came in. */
  bodiesSince(mark: number): string[] {
    return this.#db.prepare<[number], string>(LEDGER_QUERIES.bodies).pluck().all(mark)
  }

  /** Up to another mark, if one is given. */
  outgoingSince(mark: number, end = Number.MAX_SAFE_INTEGER): OutgoingRow[] {
    return this.#db.prepare<[number, number], OutgoingRow>(LEDGER_QUERIES.outgoing).all(mark, end)
  }

  /** Each ticket of texts that came in, with its contact and how many confirmations it has. */
  ticketsSince(mark: number): TicketRow[] {
    return this.#db.prepare<[number], TicketRow>(LEDGER_QUERIES.tickets).all(mark)
  }

  /** Texts that are to be sent by themselves, now or later. */
  waiting(): number {
    return this.#one(LEDGER_QUERIES.waiting)
  }

  /** Texts that are about to be sent. */
  leaving(): number {
    return this.#one(LEDGER_QUERIES.leaving)
  }

  /** Delivery reports that were stored, each with the message it is about. */
  reports(): number {
    return this.#one(LEDGER_QUERIES.reports)
  }

  /** Until when the desk's one number rests; 0: it does not. */
  pausedUntil(): number {
    return this.#one(LEDGER_QUERIES.pausedUntil)
  }

  /** Over the whole file. */
  doubles(): Doubles {
    return {
      texts: this.#one(LEDGER_QUERIES.doubledTexts),
      tickets: this.#one(LEDGER_QUERIES.doubledTickets),
      replies: this.#one(LEDGER_QUERIES.doubledReplies),
      confirmations: this.#one(LEDGER_QUERIES.doubledConfirmations),
    }
  }

  close(): void {
    this.#db.close()
  }

  #one(sql: string): number {
    return this.#db.prepare(sql).pluck().get() as number
  }
}
