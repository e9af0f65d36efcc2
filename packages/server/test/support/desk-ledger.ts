import Database from 'better-sqlite3'

/** What the database says about some texts. */
export interface LedgerEntry {
  /** How often each text is there, by its body. */
  readonly copies: ReadonlyMap<string, number>
  /** Not closed. */
  readonly tickets: number
  readonly contacts: number
  /** How many confirmations each of these tickets has, each number once. */
  readonly confirmationsPerTicket: readonly number[]
}

/** The database's side of the story, read from the file itself, past the desk. */
export class DeskLedger {
  readonly #file: string

  constructor(file: string) {
    this.#file = file
  }

  /** Of all texts whose body begins like this. */
  read(beginning: string): LedgerEntry {
    const db = new Database(this.#file, { readonly: true })
    try {
      const pattern = `${beginning}%`
      const copies = db.prepare<[string], [string, number]>(LEDGER_SQL.copies).raw().all(pattern)
      const [tickets = 0, contacts = 0] = db.prepare<[string], number[]>(LEDGER_SQL.tickets).raw().get(pattern) ?? []
      const confirmationsPerTicket = db.prepare<[string], number>(LEDGER_SQL.confirmations).pluck().all(pattern)
      return { copies: new Map(copies), tickets, contacts, confirmationsPerTicket }
    } finally {
      db.close()
    }
  }

  /** Lets every ticket be confirmed, however many come within the hour, and every text leave at once. */
  liftBudgets(): void {
    const db = new Database(this.#file)
    db.exec('update inboxes set automatic_texts_per_hour = 1000000, texts_per_second = 10000')
    db.close()
  }
}

const TOUCHED = "select ticket_number from messages where direction = 'in' and body like ?"

/** In words that SQLite and PostgreSQL both understand; `?` stands for how the texts begin. */
export const LEDGER_SQL = {
  copies: "select body, count(*) from messages where direction = 'in' and body like ? group by body",
  tickets: `select count(*), count(distinct contact_id) from tickets where status <> 'closed' and number in (${TOUCHED})`,
  confirmations: `select distinct (
      select count(*) from messages where ticket_number = number and purpose = 'confirmation'
    ) from tickets where number in (${TOUCHED})`,
} as const
