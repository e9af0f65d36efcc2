import { AskedProcess } from '../asked-process.ts'
import type { BarePostgresCommand } from './bare-postgres-process.ts'

/** The desk's statements to PostgreSQL without the desk, in a process of their own. */
export class BarePostgres {
  readonly #process = new AskedProcess<BarePostgresCommand, number>(
    new URL('bare-postgres-process.ts', import.meta.url),
  )

  private constructor() {}

  /** Both addresses are of new databases. */
  static async record(ask: { url: string; copy: string; known: number; texts: number }): Promise<BarePostgres> {
    const bare = new BarePostgres()
    const recorded = await bare.#process.ask({ kind: 'record', ...ask })
    if (recorded !== ask.texts) throw new Error(`Statements of ${recorded} texts were recorded instead of ${ask.texts}`)
    return bare
  }

  /** Texts per second, for the next `texts` of them, `together` at a time. */
  replay(ask: { texts: number; together: number }): Promise<number> {
    return this.#process.ask({ kind: 'replay', ...ask })
  }

  close(): void {
    this.#process.close()
  }
}
