import { DeskClient } from '../desk/desk-client.ts'
import { PostgresDesk } from '../desk/postgres-desk.ts'
import type { Bench } from '../measure.ts'
import type { SeededDesk } from './open-seeded-desk.ts'
import { seededPostgres } from './seeded-postgres.ts'

export interface SeededPostgres extends SeededDesk {
  /** Of the database. */
  readonly url: string
}

/** Starts a server on a database that is full already. */
export async function openSeededPostgres(bench: Bench, tickets: number): Promise<SeededPostgres> {
  const url = await seededPostgres(bench, tickets)
  const desk = await PostgresDesk.start({ bench, url, name: `seeded-${tickets}`, servers: 1, unlimited: true })
  const client = new DeskClient(desk.first.server.url)
  await client.signIn()
  const close = async () => {
    client.close()
    await desk.stop()
  }
  return { client, url, pid: desk.first.server.pid, close }
}
