import { createDatabase, type FreshDatabase } from '../../test/support/fresh-database.ts'
import { PostgresServer } from '../../test/support/postgres-server.ts'
import { withClient } from '../../test/support/with-client.ts'

/** What a guide would change first on a machine like this; all else is as PostgreSQL comes, fsync above all. */
const SETTINGS = { shared_buffers: '1GB', max_wal_size: '4GB' } as const

/** A real PostgreSQL, started when the first measure asks for it; yours, where TEST_DATABASE_URL names one. */
export class BenchPostgres {
  readonly #given = process.env['TEST_DATABASE_URL']
  readonly #made: FreshDatabase[] = []
  #started: Promise<PostgresServer> | null = null

  /** Of the server that was started here; null where it is yours. */
  async pid(): Promise<number | null> {
    return this.#given ? null : (await this.#server()).pid
  }

  /** The address of a new database, which is empty. */
  async makeDatabase(): Promise<string> {
    const database = await createDatabase(await this.#url(), 'bench')
    this.#made.push(database)
    return database.url
  }

  async describe(): Promise<string> {
    const ask = "select current_setting('server_version') as version"
    const { rows } = await withClient(await this.#url(), (client) => client.query<{ version: string }>(ask))
    const settings = Object.entries(SETTINGS).map(([name, value]) => `${name} ${value}`)
    return `PostgreSQL ${rows[0]?.version}, ${this.#given ? 'set up as you did' : `as it comes but for ${settings.join(' and ')}`}`
  }

  /** Its data are gone then. */
  async close(): Promise<void> {
    if (this.#given) for (const database of this.#made) await database.remove()
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
