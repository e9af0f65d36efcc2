import { Client } from 'pg'
import { onServer } from '../../test/support/on-server.ts'
import { PostgresServer } from '../../test/support/postgres-server.ts'

/** What a guide would change first on a machine like this; all else is as PostgreSQL comes, fsync above all. */
const SETTINGS = { shared_buffers: '1GB', max_wal_size: '4GB' } as const

/** A real PostgreSQL, started when the first measure asks for it; yours, where TEST_DATABASE_URL names one. */
export class BenchPostgres {
  readonly #given = process.env['TEST_DATABASE_URL']
  readonly #made: string[] = []
  #started: Promise<PostgresServer> | null = null

  /** Of the server that was started here; null where it is yours. */
  async pid(): Promise<number | null> {
    return this.#given ? null : (await this.#server()).pid
  }

  /** The address of a new database, which is empty. */
  async makeDatabase(): Promise<string> {
    const server = await this.#url()
    const name = `bench_${crypto.randomUUID().replaceAll('-', '')}`
    await onServer(server, `create database ${name}`)
    this.#made.push(name)
    return Object.assign(new URL(server), { pathname: name }).href
  }

  async describe(): Promise<string> {
    const client = new Client({ connectionString: await this.#url() })
    await client.connect()
    const { rows } = await client.query<{ version: string }>("select current_setting('server_version') as version")
    await client.end()
    const settings = Object.entries(SETTINGS).map(([name, value]) => `${name} ${value}`)
    return `PostgreSQL ${rows[0]?.version}, ${this.#given ? 'set up as you did' : `as it comes but for ${settings.join(' and ')}`}`
  }

  /** Its data are gone then. */
  async close(): Promise<void> {
    if (this.#given) for (const name of this.#made) await onServer(this.#given, `drop database ${name} with (force)`)
    await (await this.#started)?.stop()
  }

  async #url(): Promise<string> {
    return this.#given ?? (await this.#server()).url()
  }

  #server(): Promise<PostgresServer> {
    this.#started ??= PostgresServer.start(SETTINGS)
    return this.#started
  }
}
