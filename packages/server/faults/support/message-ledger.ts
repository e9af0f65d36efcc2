import type { AttemptOutcome, DeliveryState } from '@textdesk/core'
import Database from 'better-sqlite3'

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

/** The database's side of the story, read past the desk: what was written since a moment. */
export class MessageLedger {
  readonly #db: Database.Database

  constructor(file: string) {
    this.#db = new Database(file, { readonly: true })
  }

  /** To be handed back later for what came after it. */
  mark(): number {
    return this.#one<number>('select coalesce(max(row), 0) from messages')
  }

  /** Of each text that came in. */
  bodiesSince(mark: number): string[] {
    return this.#db.prepare<[number], string>(BODIES).pluck().all(mark)
  }

  /** Up to another mark, if one is given. */
  outgoingSince(mark: number, end = Number.MAX_SAFE_INTEGER): OutgoingRow[] {
    return this.#db.prepare<[number, number], OutgoingRow>(OUTGOING).all(mark, end)
  }

  /** Each ticket of texts that came in, with its contact and how many confirmations it has. */
  ticketsSince(mark: number): { number: number; contact: string; confirmations: number }[] {
    return this.#db.prepare<[number], { number: number; contact: string; confirmations: number }>(TICKETS).all(mark)
  }

  /** Texts that are to be sent by themselves, now or later. */
  waiting(): number {
    return this.#one<number>(
      `select count(*) from messages where delivery_state in ('scheduled', 'queued', 'claimed', 'dispatching')`,
    )
  }

  /** Texts that are about to be sent. */
  leaving(): number {
    return this.#one<number>(
      `select count(*) from messages where delivery_state in ('queued', 'claimed', 'dispatching')`,
    )
  }

  /** Delivery reports that were stored, each with the message it is about. */
  reports(): number {
    return this.#one<number>('select count(*) from delivery_reports where message_id is not null')
  }

  /** Until when the desk's one number rests; 0: it does not. */
  pausedUntil(): number {
    return this.#one<number>('select coalesce(max(paused_until), 0) from inboxes')
  }

  /** Over the whole file. */
  doubles(): { texts: number; tickets: number; replies: number; confirmations: number } {
    return {
      texts: this.#one<number>(`select count(*) from (${doubledBodies("direction = 'in'")})`),
      tickets: this.#one<number>(DOUBLED_TICKETS),
      replies: this.#one<number>(`select count(*) from (${doubledBodies("direction = 'out' and kind = 'sms'")})`),
      confirmations: this.#one<number>(DOUBLED_CONFIRMATIONS),
    }
  }

  close(): void {
    this.#db.close()
  }

  #one<T>(sql: string): T {
    return this.#db.prepare(sql).pluck().get() as T
  }
}

const BODIES = "select body from messages where row > ? and direction = 'in'"
const OUTGOING = `select id, ticket_number as ticketNumber, kind = 'auto' as automatic, body, delivery_state as state, attempts, (
    select outcome from delivery_attempts where message_id = messages.id order by number desc limit 1
  ) as outcome
  from messages where row > ? and row <= ? and direction = 'out'`
const TICKETS = `select number, contact_id as contact, (
    select count(*) from messages where ticket_number = number and purpose = 'confirmation'
  ) as confirmations
  from tickets where number in (select ticket_number from messages where row > ? and direction = 'in')`
const DOUBLED_TICKETS = `select count(*) from (
    select 1 from tickets where status <> 'closed' group by inbox_id, contact_id having count(*) > 1
  )`
const DOUBLED_CONFIRMATIONS = `select count(*) from (
    select 1 from messages where purpose = 'confirmation' group by ticket_number having count(*) > 1
  )`

function doubledBodies(condition: string): string {
  return `select 1 from messages where ${condition} group by body having count(*) > 1`
}
