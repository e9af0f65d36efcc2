import type { Socket } from 'node:net'

/** One connection through a proxy, that can be stopped without either end being told. */
export class ProxyLink {
  readonly #client: Socket
  readonly #server: Socket
  #frozen = false

  constructor(client: Socket, server: Socket) {
    this.#client = client
    this.#server = server
    client.once('close', () => this.#passEnds())
    server.once('close', () => this.#passEnds())
    server.once('error', () => this.#frozen || client.resetAndDestroy())
    this.#join()
  }

  freeze(): void {
    this.#frozen = true
    for (const end of [this.#client, this.#server]) end.unpipe().pause()
  }

  /** What was held passes, goodbyes as well. */
  thaw(): void {
    if (!this.#frozen) return
    this.#frozen = false
    this.#join()
    this.#passEnds()
  }

  #join(): void {
    this.#client.pipe(this.#server, { end: false })
    this.#server.pipe(this.#client)
  }

  #passEnds(): void {
    if (this.#frozen) return
    if (this.#client.destroyed) this.#server.end()
    if (this.#server.destroyed) this.#client.end()
  }
}
