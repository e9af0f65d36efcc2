import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import type { BareCommand } from './bare-process.ts'

/** The desk's statements without the desk, in a process of their own. */
export class BareSqlite {
  readonly #process: ChildProcess
  readonly #folder: string

  private constructor(folder: string) {
    mkdirSync(folder, { recursive: true })
    this.#folder = folder
    this.#process = fork(new URL('bare-process.ts', import.meta.url))
  }

  static async record(ask: { folder: string; known: number; texts: number }): Promise<BareSqlite> {
    const bare = new BareSqlite(ask.folder)
    const recorded = await bare.#ask({ kind: 'record', ...ask })
    if (recorded !== ask.texts) throw new Error(`Statements of ${recorded} texts were recorded instead of ${ask.texts}`)
    return bare
  }

  /** Texts per second, `group` of them to a transaction. */
  replay(group: number): Promise<number> {
    return this.#ask({ kind: 'replay', folder: this.#folder, group })
  }

  close(): void {
    this.#process.disconnect()
  }

  async #ask(command: BareCommand): Promise<number> {
    const died = once(this.#process, 'exit').then(() => {
      throw new Error('The process of the reference has ended')
    })
    this.#process.send(command)
    const [answer] = await Promise.race([once(this.#process, 'message'), died])
    return answer
  }
}
