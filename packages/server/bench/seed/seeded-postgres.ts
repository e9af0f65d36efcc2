import { DeskClient } from '../desk/desk-client.ts'
import { PostgresDesk } from '../desk/postgres-desk.ts'
import type { Bench } from '../measure.ts'
import { fillPostgres } from './fill-postgres.ts'

const filled = new Map<number, Promise<string>>()

/** The address of a database with so many tickets, filled once in a run. */
export function seededPostgres(bench: Bench, tickets: number): Promise<string> {
  const url = filled.get(tickets) ?? fill(bench, tickets)
  filled.set(tickets, url)
  return url
}

/** The desk makes its own schema, inbox and owner. */
async function fill(bench: Bench, tickets: number): Promise<string> {
  const url = await bench.postgres.makeDatabase()
  const desk = await PostgresDesk.start({ bench, url, name: `seed-${tickets}`, servers: 1 })
  const client = new DeskClient(desk.first.server.url)
  await client.setUp(await desk.first.server.setUpCode())
  client.close()
  await desk.stop()
  bench.say(`Filling PostgreSQL with ${tickets.toLocaleString('en-US')} tickets`)
  await fillPostgres(url, tickets)
  return url
}
