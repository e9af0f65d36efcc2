import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import type { LoadCommand, LoadOrder, LoadReport } from './load-messages.ts'

/** Sends texts from a process of its own, so that sending takes nothing from who receives them. */
export class TextLoad {
  readonly #process: ChildProcess

  constructor() {
    this.#process = fork(new URL('load-process.ts', import.meta.url), { serialization: 'advanced' })
  }

  /** Sends until `enough` resolves, or the number of texts that was ordered. */
  async send(order: LoadOrder, enough?: Promise<void>): Promise<LoadReport> {
    const report = this.#nextReport()
    this.#tell({ kind: 'send', order })
    if (enough) {
      await Promise.race([enough, report])
      this.#tell({ kind: 'stop' })
    }
    return report
  }

  close(): void {
    this.#process.disconnect()
  }

  #tell(command: LoadCommand): void {
    this.#process.send(command)
  }

  async #nextReport(): Promise<LoadReport> {
    const died = once(this.#process, 'exit').then(() => {
      throw new Error('The process that sends the texts has ended')
    })
    const [report] = await Promise.race([once(this.#process, 'message'), died])
    return report
  }
}
