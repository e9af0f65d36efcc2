import { onServer } from '../../test/support/on-server.ts'
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
  const home = given ?? server?.url() ?? ''
  const name = `fault_${crypto.randomUUID().replaceAll('-', '')}`
  await onServer(home, `create database ${name}`)
  const remove = async () => {
    await onServer(home, `drop database ${name} with (force)`)
    await server?.stop()
  }
  return { url: Object.assign(new URL(home), { pathname: name }).href, remove }
}
