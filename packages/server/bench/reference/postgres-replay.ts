import { Pool, type PoolClient } from 'pg'
import type { PostgresStep } from './postgres-recorder.ts'

/**
 * Asks the recorded statements through a bare pool of connections, text by text, as many at a time as are sent to the desk.
 * It goes on where it stopped.
 */
export class PostgresReplay {
  readonly #pool: Pool
  readonly #units: readonly PostgresStep[][]
  #done = 0

  constructor(url: string, units: readonly PostgresStep[][], connections: number) {
    this.#pool = new Pool({ connectionString: url, max: connections })
    this.#units = units
  }

  /** Texts per second, for the next `texts` of them. */
  async run({ texts, together }: { texts: number; together: number }): Promise<number> {
    const last = this.#done + texts
    if (last > this.#units.length) throw new Error('More texts were asked for than recorded')
    const started = performance.now()
    const work = async () => {
      while (this.#done < last) {
        const unit = this.#units[this.#done]
        this.#done += 1
        if (unit) await this.#execute(unit)
      }
    }
    await Promise.all(Array.from({ length: together }, work))
    return texts / ((performance.now() - started) / 1_000)
  }

  async #execute(unit: readonly PostgresStep[]): Promise<void> {
    const client = await this.#pool.connect()
    await client.query('begin')
    await ask(client, unit)
    await client.query('commit')
    client.release()
  }
}

/** A ticket may get another number than it had: whatever named it names the new one. */
async function ask(client: PoolClient, unit: readonly PostgresStep[]): Promise<void> {
  let recorded: number | null = null
  let given: unknown = null
  for (const { asked, ticket } of unit) {
    const values = asked.values?.map((value) => (recorded !== null && value === recorded ? given : value))
    const { rows } = await client.query(values ? { ...asked, values } : asked)
    if (ticket === null) continue
    recorded = ticket
    given = rows[0]?.number
  }
}
