import { createHash } from 'node:crypto'
import Database from 'better-sqlite3'
import type { Client } from 'pg'
import { withClient } from '../../test/support/with-client.ts'

/** The number of rows, and the sum of the hashes of all of them, in whatever order they come. */
export type TableSum = string

type Row = Readonly<Record<string, unknown>>

const ROWS_PER_READ = 5_000
const MODULUS = 1n << 256n
/** Made by each database for itself: indexes for search, and what its migrator notes. */
const OWN = /^(sqlite_|kysely_|search_progress$|message_search|contact_search)/

/** Every table of a desk, by name, past the desk and its move. */
export function sumsOfFile(file: string): Map<string, TableSum> {
  const db = new Database(file, { readonly: true })
  try {
    const names = db.prepare<[], string>("select name from sqlite_schema where type = 'table'").pluck().all()
    const sumOf = (name: string) => {
      const sum = new RowSum()
      for (const row of db.prepare<[], Row>(`select * from "${name}"`).iterate()) sum.add(row)
      return sum.total
    }
    return new Map(names.filter((name) => !OWN.test(name)).map((name) => [name, sumOf(name)]))
  } finally {
    db.close()
  }
}

export function sumsOfPostgres(url: string): Promise<Map<string, TableSum>> {
  return withClient(url, async (client) => {
    const tables = 'select tablename as name from pg_tables where schemaname = current_schema()'
    const names = (await client.query<{ name: string }>(tables)).rows.map(({ name }) => name)
    const sums = new Map<string, TableSum>()
    for (const name of names.filter((name) => !OWN.test(name))) sums.set(name, await sumOfTable(client, name))
    return sums
  })
}

async function sumOfTable(client: Client, name: string): Promise<TableSum> {
  const sum = new RowSum()
  await client.query('begin')
  await client.query(`declare every_row cursor for select * from "${name}"`)
  for (let read = ROWS_PER_READ; read === ROWS_PER_READ; ) {
    const { rows } = await client.query<Row>(`fetch ${ROWS_PER_READ} from every_row`)
    for (const row of rows) sum.add(row)
    read = rows.length
  }
  await client.query('commit')
  return sum.total
}

class RowSum {
  #rows = 0
  #sum = 0n

  add(row: Row): void {
    const values = Object.keys(row)
      .sort()
      .map((column) => `${column}=${inWords(row[column])}`)
    const hash = createHash('sha256').update(values.join('\n')).digest('hex')
    this.#sum = (this.#sum + BigInt(`0x${hash}`)) % MODULUS
    this.#rows += 1
  }

  get total(): TableSum {
    return `${this.#rows} rows, ${this.#sum.toString(16)}`
  }
}

/** Each kind of value in a way that no other kind is written. PostgreSQL's text shows the sign for U+0000. */
function inWords(value: unknown): string {
  if (value === null) return 'nothing'
  if (value instanceof Uint8Array) return `bytes ${Buffer.from(value).toString('hex')}`
  if (typeof value === 'number') return `number ${value}`
  if (typeof value === 'string') return `text ${JSON.stringify(value.replaceAll('\0', '\u2400'))}`
  throw new Error(`A value of an unexpected kind: ${typeof value}`)
}
