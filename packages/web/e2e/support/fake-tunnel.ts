import { once } from 'node:events'
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A tunnel that gives a desk on this computer a public https name, as ngrok does, without leaving the computer. */
export class FakeTunnel {
  readonly #server: Server
  readonly #desk: URL
  #name: string

  constructor(to: { desk: string; name: string }) {
    this.#desk = new URL(to.desk)
    this.#name = to.name
    this.#server = createServer((asked, answer) => this.#pass(asked, answer))
  }

  /** `port` 0 takes any. */
  async start(port = 0): Promise<void> {
    this.#server.listen(port, '127.0.0.1')
    await once(this.#server, 'listening')
  }

  /** Where it really listens. */
  get url(): URL {
    return new URL(`http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`)
  }

  /** What the outside calls it. */
  get publicUrl(): string {
    return `https://${this.#name}`
  }

  /** A free tunnel has another name after each start; the old one leads nowhere. */
  moveTo(name: string): void {
    this.#name = name
  }

  async stop(): Promise<void> {
    const closed = once(this.#server, 'close')
    this.#server.close()
    this.#server.closeAllConnections()
    await closed
  }

  #pass(asked: IncomingMessage, answer: ServerResponse): void {
    const name = asked.headers['x-forwarded-host'] ?? this.#name
    if (name !== this.#name) {
      answer.writeHead(404).end('There is no such tunnel.')
      return
    }
    const headers = { ...asked.headers, host: name, 'x-forwarded-host': name, 'x-forwarded-proto': 'https' }
    const passed = request(
      { hostname: 'localhost', port: this.#desk.port, method: asked.method, path: asked.url, headers },
      (given) => {
        answer.writeHead(given.statusCode ?? 502, given.headers)
        given.pipe(answer)
      },
    )
    passed.on('error', () => answer.writeHead(502).end('The desk does not answer.'))
    asked.pipe(passed)
  }
}
