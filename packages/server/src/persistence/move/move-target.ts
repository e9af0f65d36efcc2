import type { Pool, PoolClient } from 'pg'
import { DatabaseRefusal } from '../database-refusal.ts'
import { isHalfMoved, MOVE_PROGRESS } from '../postgres/half-moved.ts'
import { Checksum, plain } from './checksum.ts'
import { keyOf, quoted, type Row, type Value } from './rows-after.ts'
import type { SourceTable } from './source-tables.ts'

const ROWS_PER_READ = 2_000

export const EMPTY_IT = 'Make the database empty (DROP DATABASE, CREATE DATABASE), then give the command again.'

/** The database that a desk moves into. How far it has come stands beside the rows, in the same transaction. */
export class MoveTarget {
  readonly #pool: Pool
  #progress: readonly Progress[] = []
  #source = ''

  constructor(pool: Pool) {
    this.#pool = pool
  }

  /** Whether a move of this source was begun here before. @throws DatabaseRefusal when something else is here */
  async begin(source: string, tables: readonly SourceTable[]): Promise<{ resumed: boolean }> {
    this.#source = source
    const resumed = await isHalfMoved(this.#pool)
    if (!resumed) await this.#beginAnew(tables)
    const { rows } = await this.#pool.query<Progress>(`select name, source, key, rows from ${MOVE_PROGRESS}`)
    this.#progress = rows
    if (rows.some((one) => one.source !== source))
      throw new DatabaseRefusal(`Another desk was being moved into this database. Name that one again, or: ${EMPTY_IT}`)
    return { resumed }
  }

  /** Behind which row of the table the next one is to be added, and how many are there. */
  reached(table: SourceTable): { key: readonly Value[] | null; rows: number } {
    const found = this.#progress.find(({ name }) => name === table.name)
    return { key: found?.key?.map(fromJson) ?? null, rows: found?.rows ?? 0 }
  }

  /** All of them or none. */
  async add(table: SourceTable, rows: readonly Row[]): Promise<void> {
    const last = rows.at(-1)
    if (!last) return
    const names = table.columns.map(quoted).join()
    const from = `json_populate_recordset(null::${quoted(table.name)}, $1::json)`
    const json = JSON.stringify(
      rows.map((row) => Object.fromEntries(table.columns.map((c) => [c, plain(row[c] ?? null)]))),
    )
    const key = JSON.stringify(keyOf(table, last).map(plain))
    await this.#inTransaction(async (client) => {
      await client.query(`insert into ${quoted(table.name)} (${names}) select ${names} from ${from}`, [json])
      await client.query(PROCEED, [table.name, this.#source, key, rows.length])
    }).catch((error) => {
      throw codeOf(error).startsWith(CONSTRAINT_CLASS)
        ? new DatabaseRefusal(`${table.name} was changed in the file since its move began. ${EMPTY_IT}`, error)
        : error
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
    await this.#pool.query('analyze')
    await this.#pool.query(`drop table ${MOVE_PROGRESS}`)
  }

  /** What the first start of an empty desk made gives way to what comes. */
  async #beginAnew(tables: readonly SourceTable[]): Promise<void> {
    const { rows } = await this.#pool.query<{ filled: boolean; used: boolean }>(STATE)
    if (rows[0]?.filled) throw new DatabaseRefusal('There is a desk in this database already. Name an empty one.')
    if (rows[0]?.used) throw new DatabaseRefusal('A desk runs on this database. Stop it, then give the command again.')
    await this.#inTransaction(async (client) => {
      await client.query(`truncate ${tables.map(({ name }) => quoted(name)).join()}`)
      const columns = 'name text primary key, source text not null, key jsonb, rows bigint not null'
      await client.query(`create table ${MOVE_PROGRESS} (${columns})`)
      await client.query(PROCEED, ['', this.#source, null, 0])
    })
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

const CONSTRAINT_CLASS = '23'

const STATE = `select exists (select from agents) or exists (select from tickets) as filled, exists (
    select from pg_stat_activity where datname = current_database() and application_name = 'textdesk'
  ) as used`

const PROCEED = `insert into ${MOVE_PROGRESS} values ($1, $2, $3, $4)
  on conflict (name) do update set key = excluded.key, rows = ${MOVE_PROGRESS}.rows + excluded.rows`

const IDENTITIES = `select table_name as table, column_name as column from information_schema.columns
  where table_schema = current_schema() and is_identity = 'YES'`

function fromJson(value: string | number | null): Value {
  return typeof value === 'string' && value.startsWith('\\x') ? Buffer.from(value.slice(2), 'hex') : value
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
