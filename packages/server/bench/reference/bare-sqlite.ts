import { mkdirSync } from 'node:fs'
import { AskedProcess } from '../asked-process.ts'
import type { BareCommand } from './bare-process.ts'

/** The desk's statements without the desk, in a process of their own. */
export class BareSqlite {
  readonly #process = new AskedProcess<BareCommand, number>(new URL('bare-process.ts', import.meta.url))
  readonly #folder: string

  private constructor(folder: string) {
    mkdirSync(folder, { recursive: true })
    this.#folder = folder
  }

  static async record(ask: { folder: string; known: number; texts: number }): Promise<BareSqlite> {
    const bare = new BareSqlite(ask.folder)
    const recorded = await bare.#process.ask({ kind: 'record', ...ask })
    if (recorded !== ask.texts) throw new Error(`Statements of ${recorded} texts were recorded instead of ${ask.texts}`)
    return bare
  }

  /** Texts per second, `group` of them to a transaction. */
  replay(group: number): Promise<number> {
    return this.#process.ask({ kind: 'replay', folder: this.#folder, group })
  }

  close(): void {
    this.#process.close()
  }
}
