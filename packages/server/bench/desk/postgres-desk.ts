import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { LiveDesk } from '../../test/support/live-desk.ts'
import type { Bench } from '../measure.ts'
import { BENCH_DESK, profiling } from './start-desk.ts'

interface Start {
  readonly bench: Bench
  /** Of the database. */
  readonly url: string
  /** Of the folder they work in. */
  readonly name: string
  readonly servers: 1 | 2
  /** The desk of `bench-desk.ts` instead of the one that ships. */
  readonly unlimited?: boolean
}

/** One desk in PostgreSQL: its servers, and a look into its database from outside. */
export class PostgresDesk {
  readonly servers: readonly LiveDesk[]
  readonly #client: Client

  private constructor(servers: readonly LiveDesk[], client: Client) {
    this.servers = servers
    this.#client = client
  }

  static async start({ bench, url, name, servers: count, unlimited = false }: Start): Promise<PostgresDesk> {
    const servers: LiveDesk[] = []
    for (let place = 1; place <= count; place += 1) {
      const folder = join(bench.workFolder, `${name}-${place}`)
      mkdirSync(folder, { recursive: true })
      const script = unlimited ? { script: BENCH_DESK } : {}
      const options = { folder, env: { DATABASE_URL: url }, nodeArgs: profiling(bench.profiles), ...script }
      servers.push(await LiveDesk.start(options, servers[0]?.provider))
    }
    const client = new Client({ connectionString: url, application_name: 'textdesk-bench' })
    await client.connect()
    // What is measured shall not wait for confirmations that leave as slowly as a number may send.
    await client.query('update inboxes set texts_per_second = 10000')
    return new PostgresDesk(servers, client)
  }

  get first(): LiveDesk {
    const [first] = this.servers
    if (!first) throw new Error('The desk has no server')
    return first
  }

  async rows<Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.#client.query<Row>(sql, values)).rows
  }

  async number(sql: string): Promise<number> {
    const [row] = await this.rows<{ number: string | number }>(`select (${sql}) as number`)
    return Number(row?.number)
  }

  async stop(): Promise<void> {
    await this.#client.end()
    for (const { server } of this.servers) await server.stop()
    await this.first.provider.stop()
  }
}
