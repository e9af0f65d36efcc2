import { Client } from 'pg'
import { PEERS } from '../../src/persistence/postgres/announce.ts'

const TICKETS = 20
const AGENTS_A_TICKET = 17
const FIRST_TICKET = 1_000_001
const LAST_TICKET = FIRST_TICKET + TICKETS - 1
const LAST = `data: {"number":${LAST_TICKET},`

/** Hundreds of agents on a third server, who look at tickets and are told of to every page: so many bytes for each. */
export class Crowd {
  readonly #client: Client

  private constructor(client: Client) {
    this.#client = client
  }

  static async join(databaseUrl: string): Promise<Crowd> {
    const client = new Client({ connectionString: databaseUrl })
    await client.connect()
    return new Crowd(client)
  }

  /** Something about one of the agents at each ticket changes; it is the number of the batch. */
  async stir(batch: number): Promise<void> {
    const sightings = Array.from({ length: TICKETS }, (_, ticket) =>
      Array.from({ length: AGENTS_A_TICKET }, (__, agent) => sighting(ticket, agent, batch)),
    )
    const tell = 'select pg_notify($1, told) from unnest($2::text[]) as told'
    await this.#client.query(tell, [PEERS, sightings.flat()])
  }

  leave(): Promise<void> {
    return this.#client.end()
  }
}

/** Which batch a frame is the last of; null for any other frame. */
export function batchIn(frame: Buffer): number | null {
  if (!frame.includes(LAST)) return null
  const [, batch] = /batch (\d+)/.exec(frame.toString()) ?? []
  return batch === undefined ? null : Number(batch)
}

function sighting(ticket: number, place: number, batch: number): string {
  const id = `00000000-0000-4000-8000-${String(ticket * AGENTS_A_TICKET + place).padStart(12, '0')}`
  const name =
    place === AGENTS_A_TICKET - 1 ? `Somebody in batch ${batch}` : `Agent ${place} ${'of a long name '.repeat(4)}`
  const seen = { ticketNumber: FIRST_TICKET + ticket, agent: { id, name }, writing: false }
  return JSON.stringify({ server: 'the crowd', message: { seen } })
}
