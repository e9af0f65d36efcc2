import { availableParallelism } from 'node:os'
import type { PostgresDesk } from '../desk/postgres-desk.ts'
import { processorTime } from './processor-time.ts'
import { WaitSamples } from './wait-samples.ts'

interface Parts {
  readonly desk: PostgresDesk
  /** Of the database. */
  readonly url: string
  /** Of PostgreSQL. */
  readonly pid: number | null
}

interface Spent {
  readonly servers: number
  readonly postgres: number
  /** Whoever sends, and the provider. */
  readonly others: number
}

/** What the processors did and what the desk's connections waited for, over several runs. */
export class WhereTimeGoes {
  readonly #parts: Parts
  readonly #waits = new WaitSamples()
  readonly #spent: Spent[] = []
  #seconds = 0

  constructor(parts: Parts) {
    this.#parts = parts
  }

  async during<T>(work: () => Promise<T>): Promise<T> {
    const before = this.#read()
    const started = performance.now()
    const value = await this.#waits.during(this.#parts.url, work)
    this.#seconds += (performance.now() - started) / 1_000
    const after = this.#read()
    if (before && after) this.#spent.push(difference(before, after))
    return value
  }

  /** For so many texts in all runs together. */
  describe(texts: number): string {
    return [this.#processors(texts), `the desk's connections on average: ${this.#waits.describe()}`]
      .filter((part) => part !== null)
      .join('; ')
  }

  #processors(texts: number): string | null {
    if (this.#spent.length === 0) return null
    const perText = (part: keyof Spent) =>
      `${Math.round((this.#spent.reduce((sum, each) => sum + each[part], 0) / texts) * 1_000_000)} us`
    const busy = this.#spent.reduce((sum, each) => sum + each.servers + each.postgres + each.others, 0) / this.#seconds
    return (
      `of the processors a text takes ${perText('servers')} in the desk, ${perText('postgres')} in PostgreSQL and ` +
      `${perText('others')} in who sends it and takes its confirmation; ${busy.toFixed(2)} of ${availableParallelism()} were busy with them`
    )
  }

  /** Null where the system does not tell. */
  #read(): Spent | null {
    const { desk, pid } = this.#parts
    const servers = desk.servers.map(({ server }) => processorTime(server.pid))
    const [postgres, all] = [pid === null ? null : processorTime(pid), processorTime(process.pid)]
    if (postgres === null || all === null) return null
    const inDesk = servers.reduce<number>((sum, each) => sum + (each ?? 0), 0)
    return { servers: inDesk, postgres, others: all - inDesk - postgres }
  }
}

function difference(before: Spent, after: Spent): Spent {
  return {
    servers: after.servers - before.servers,
    postgres: after.postgres - before.postgres,
    others: after.others - before.others,
  }
}
