import type { Pool, PoolClient } from 'pg'
import { Checksum, plain } from './checksum.ts'
import { keyOf, quoted, type Row, type Value } from './rows-after.ts'
import type { SourceTable } from './source-tables.ts'

const ROWS_PER_READ = 2_000
const PROGRESS = 'move_progress'

/** The database that a desk moves into. How far it has come stands beside the rows, in the same transaction. */
export class MoveTarget {
  readonly #pool: Pool

  constructor(pool: Pool) {
    this.#pool = pool
  }

  /** Whether a move of this source was begun here before. @throws when there is a desk already, or half of another one. */
  async begin(source: string): Promise<{ resumed: boolean }> {
    const progress = await this.#readProgress()
    if (progress.length > 0) {
      if (progress.some((one) => one.source !== source))
        throw new Error('Another desk was being moved into this database.')
      return { resumed: true }
    }
    const { rows } = await this.#pool.query<{ found: number }>(ANYTHING)
    if (rows[0]?.found !== 0) throw new Error('There is a desk in this database already.')
    await this.#pool.query(
      `create table if not exists ${PROGRESS} (name text primary key, source text not null, key jsonb, rows bigint not null)`,
    )
    await this.#pool.query(`insert into ${PROGRESS} values ('', $1, null, 0)`, [source])
    // Made by the first start of an empty desk; the desk that comes has its own.
    for (const made of ['desk_keys', 'inboxes', 'settings']) await this.#pool.query(`delete from ${made}`)
    return { resumed: false }
  }

  /** Behind which row of the table the next one is to be added, and how many are there. */
  async reached(table: SourceTable): Promise<{ key: readonly Value[] | null; rows: number }> {
    const found = (await this.#readProgress()).find(({ name }) => name === table.name)
    return { key: found?.key?.map(fromJson) ?? null, rows: found?.rows ?? 0 }
  }

  /** All of them or none. */
  async add(table: SourceTable, rows: readonly Row[], source: string): Promise<void> {
    const last = rows.at(-1)
    if (!last) return
    const names = table.columns.map(quoted).join()
    const json = JSON.stringify(
      rows.map((row) => Object.fromEntries(table.columns.map((c) => [c, plain(row[c] ?? null)]))),
    )
    await this.#inTransaction(async (client) => {
      const from = `json_populate_recordset(null::${quoted(table.name)}, $1::json)`
      await client.query(`insert into ${quoted(table.name)} (${names}) select ${names} from ${from}`, [json])
      const key = JSON.stringify(keyOf(table, last).map(plain))
      const text = `insert into ${PROGRESS} values ($1, $2, $3, $4)
        on conflict (name) do update set key = $3, rows = ${PROGRESS}.rows + $4`
      await client.query(text, [table.name, source, key, rows.length])
    })
  }

  async checksum(table: SourceTable): Promise<Checksum> {
    const sum = new Checksum()
    const names = table.columns.map(quoted).join()
    const order = table.key.map(quoted).join()
    await this.#inTransaction(async (client) => {
      await client.query(`declare rows_of cursor for select ${names} from ${quoted(table.name)} order by ${order}`)
      for (;;) {
        const { rows } = await client.query<Row>(`fetch ${ROWS_PER_READ} from rows_of`)
        for (const row of rows) sum.add(table.columns, row)
        if (rows.length < ROWS_PER_READ) return
      }
    })
    return sum
  }

  /** New rows get numbers after the moved ones, and the desk may be started. */
  async finish(): Promise<void> {
    const { rows } = await this.#pool.query<{ table: string; column: string }>(IDENTITIES)
    for (const { table, column } of rows) {
      const next = `select coalesce(max(${quoted(column)}), 0) + 1 from ${quoted(table)}`
      await this.#pool.query(`select setval(pg_get_serial_sequence($1, $2), (${next}), false)`, [table, column])
    }
    await this.#pool.query(`drop table ${PROGRESS}`)
  }

  async #readProgress(): Promise<Progress[]> {
    const { rows } = await this.#pool.query('select 1 from pg_tables where tablename = $1', [PROGRESS])
    if (rows.length === 0) return []
    return (await this.#pool.query<Progress>(`select name, source, key, rows from ${PROGRESS}`)).rows
  }

  async #inTransaction(work: (client: PoolClient) => Promise<void>): Promise<void> {
    const client = await this.#pool.connect()
    try {
      await client.query('begin')
      await work(client)
      await client.query('commit')
      client.release()
    } catch (error) {
      client.release(true)
      throw error
    }
  }
}

interface Progress {
  readonly name: string
  readonly source: string
  readonly key: readonly (string | number | null)[] | null
  readonly rows: number
}

const ANYTHING = 'select (select count(*) from agents) + (select count(*) from tickets) as found'

const IDENTITIES = `select table_name as table, column_name as column from information_schema.columns
  where table_schema = current_schema() and is_identity = 'YES'`

function fromJson(value: string | number | null): Value {
  return typeof value === 'string' && value.startsWith('\\x') ? Buffer.from(value.slice(2), 'hex') : value
}
