import { Pool } from 'pg'
import { bigIntegersAsNumbers } from '../../src/persistence/postgres/big-integers-as-numbers.ts'
import { LEDGER_QUERIES } from './ledger-queries.ts'
import type { Doubles, OutgoingRow, TicketRow } from './message-ledger.ts'

const CONNECTIONS = 2

/** What `MessageLedger` reads from a file, read from PostgreSQL. */
export class PostgresMessageLedger {
  readonly #pool: Pool

  constructor(url: string) {
    this.#pool = new Pool({ connectionString: url, max: CONNECTIONS, types: bigIntegersAsNumbers() })
  }

  mark(): Promise<number> {
    return this.#one(LEDGER_QUERIES.mark)
  }

  async bodiesSince(mark: number): Promise<string[]> {
    const rows = await this.#all<{ body: string }>(LEDGER_QUERIES.bodies, [mark])
    return rows.map(({ body }) => body)
  }

  outgoingSince(mark: number, end = Number.MAX_SAFE_INTEGER): Promise<OutgoingRow[]> {
    return this.#all<OutgoingRow>(LEDGER_QUERIES.outgoing, [mark, end])
  }

  ticketsSince(mark: number): Promise<TicketRow[]> {
    return this.#all<TicketRow>(LEDGER_QUERIES.tickets, [mark])
  }

  waiting(): Promise<number> {
    return this.#one(LEDGER_QUERIES.waiting)
  }

  leaving(): Promise<number> {
    return this.#one(LEDGER_QUERIES.leaving)
  }

  async doubles(): Promise<Doubles> {
    return {
      texts: await this.#one(LEDGER_QUERIES.doubledTexts),
      tickets: await this.#one(LEDGER_QUERIES.doubledTickets),
      replies: await this.#one(LEDGER_QUERIES.doubledReplies),
      confirmations: await this.#one(LEDGER_QUERIES.doubledConfirmations),
    }
  }

  close(): Promise<void> {
    return this.#pool.end()
  }

  async #one(sql: string): Promise<number> {
    const [row = {}] = await this.#all<Record<string, number>>(sql, [])
    return Object.values(row)[0] ?? 0
  }

  async #all<Row extends object>(sql: string, values: readonly number[]): Promise<Row[]> {
    let place = 0
    const { rows } = await this.#pool.query<Row>(
      sql.replaceAll('?', () => `$${++place}`),
      [...values],
    )
    return rows
  }
}
