import { mkdirSync } from 'node:fs'
import { AskedProcess } from '../asked-process.ts'
import type { BareCommand } from './bare-process.ts'

/** The desk's statements without the desk, in a process of their own. */
export class BareSqlite {
  readonly #process = new AskedProcess<BareCommand, number>(new URL('bare-process.ts', import.meta.url))

  private constructor() {}

  static async record(ask: { folder: string; known: number; texts: number }): Promise<BareSqlite> {
    mkdirSync(ask.folder)
    const bare = new BareSqlite()
    const recorded = await bare.#process.ask({ kind: 'record', ...ask })
    if (recorded !== ask.texts) throw new Error(`Statements of ${recorded} texts were recorded instead of ${ask.texts}`)
    return bare
  }

  /** Texts per second, for the next `texts` of them, `group` to a transaction. */
  replay(ask: { texts: number; group: number }): Promise<number> {
    return this.#process.ask({ kind: 'replay', ...ask })
  }

  close(): void {
    this.#process.close()
  }
}
