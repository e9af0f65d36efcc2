import type { IncomingMessage } from 'node:http'

/** A page that stopped to read, and says nothing of it. */
export class StalledPage {
  readonly #response: IncomingMessage

  constructor(response: IncomingMessage) {
    this.#response = response.pause()
  }

  /** It wakes up, reads what is still there for it, and finds the stream cut. */
  async findCut(withinMs: number): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined
    const isCut = await new Promise<boolean>((resolve) => {
      timer = setTimeout(() => resolve(false), withinMs)
      this.#response.once('close', () => resolve(true)).resume()
    })
    clearTimeout(timer)
    this.#response.destroy()
    return isCut
  }
}
