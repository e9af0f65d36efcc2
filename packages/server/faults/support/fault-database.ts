import { createDatabase } from '../../test/support/fresh-database.ts'
import { PostgresServer } from '../../test/support/postgres-server.ts'

export interface FaultDatabase {
  /** For DATABASE_URL. */
  readonly url: string
  remove(): Promise<void>
}

/** An empty database: on the PostgreSQL that TEST_DATABASE_URL names, or on one that is started for it. */
export async function openFaultDatabase(): Promise<FaultDatabase> {
  const given = process.env['TEST_DATABASE_URL']
  const server = given ? null : await PostgresServer.start()
  const database = await createDatabase(given ?? server?.url() ?? '', 'fault')
  const remove = async () => {
    await database.remove()
    await server?.stop()
  }
  return { url: database.url, remove }
}
