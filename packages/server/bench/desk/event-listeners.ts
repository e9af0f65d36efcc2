import type { IncomingMessage } from 'node:http'
import type { DeskClient } from './desk-client.ts'

/** Open pages that wait for word of a text. */
export class EventListeners {
  readonly #streams: readonly IncomingMessage[]

  private constructor(streams: readonly IncomingMessage[]) {
    this.#streams = streams
  }

  /** Each is of the session with its cookie. Resolves once every stream has been told to fetch everything, which is how each begins. */
  static async open(client: DeskClient, cookies: readonly (string | undefined)[]): Promise<EventListeners> {
    const streams = await Promise.all(cookies.map((cookie) => client.listen(cookie)))
    const listeners = new EventListeners(streams)
    await listeners.#each('event: reset')
    return listeners
  }

  /** When each stream heard of a text of this ticket, as moments of `performance.now()`. */
  hear(ticket: number): Promise<number[]> {
    return this.#each(`data: {"number":${ticket},"what":"text"}`)
  }

  close(): void {
    for (const stream of this.#streams) stream.destroy()
  }

  #each(expected: string): Promise<number[]> {
    return Promise.all(this.#streams.map((stream) => heard(stream, expected)))
  }
}

/** A frame is written whole and is far smaller than a packet. */
function heard(stream: IncomingMessage, expected: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      if (!chunk.includes(expected)) return
      stream.off('data', listen)
      stream.off('close', fail)
      resolve(performance.now())
    }
    const fail = () => reject(new Error('An event stream ended early'))
    stream.on('data', listen)
    stream.once('close', fail)
  })
}
