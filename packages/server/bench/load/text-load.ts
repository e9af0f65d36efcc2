import { AskedProcess } from '../asked-process.ts'
import type { LoadCommand, LoadOrder, LoadReport } from './load-messages.ts'

/** Sends texts from a process of its own, so that sending takes nothing from who receives them. */
export class TextLoad {
  readonly #process = new AskedProcess<LoadCommand, LoadReport>(new URL('load-process.ts', import.meta.url))

  /** Sends until `enough` resolves, or the number of texts that was ordered. */
  async send(order: LoadOrder, enough?: Promise<void>): Promise<LoadReport> {
    const report = this.#process.ask({ kind: 'send', order })
    if (enough) {
      await Promise.race([enough, report])
      this.#process.tell({ kind: 'stop' })
    }
    return report
  }

  close(): void {
    this.#process.close()
  }
}
