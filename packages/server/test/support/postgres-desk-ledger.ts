import { LEDGER_SQL, type LedgerEntry } from './desk-ledger.ts'
import { onServer } from './on-server.ts'
import { withClient } from './with-client.ts'

/** What `DeskLedger` reads from a file, read from PostgreSQL. */
export class PostgresDeskLedger {
  readonly #url: string

  constructor(url: string) {
    this.#url = url
  }

  /** Of all texts whose body begins like this. */
  async read(beginning: string): Promise<LedgerEntry> {
    return withClient(this.#url, async (client) => {
      const ask = async (sql: string) => {
        const text = sql.replaceAll('?', '$1')
        return (await client.query<unknown[]>({ text, values: [`${beginning}%`], rowMode: 'array' })).rows
      }
      const copies = (await ask(LEDGER_SQL.copies)) as [string, number][]
      const [tickets = 0, contacts = 0] = ((await ask(LEDGER_SQL.tickets)) as number[][])[0] ?? []
      const confirmationsPerTicket = ((await ask(LEDGER_SQL.confirmations)) as number[][]).flat()
      return { copies: new Map(copies), tickets, contacts, confirmationsPerTicket }
    })
  }

  /** The ticket of each of these texts, by its body. */
  async ticketsOf(beginning: string): Promise<ReadonlyMap<string, number>> {
    const text = "select body, ticket_number from messages where direction = 'in' and body like $1"
    const find = { text, values: [`${beginning}%`], rowMode: 'array' as const }
    return withClient(this.#url, async (client) => new Map((await client.query<[string, number]>(find)).rows))
  }

  /** Lets every ticket be confirmed, however many come within the hour, and every text leave at once. */
  async liftBudgets(): Promise<void> {
    await onServer(this.#url, 'update inboxes set automatic_texts_per_hour = 1000000, texts_per_second = 10000')
  }
}
