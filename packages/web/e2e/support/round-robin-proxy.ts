import { once } from 'node:events'
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request,
  type Server,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { pipeline } from 'node:stream'

/** Belong to one connection, and there are two. */
const ownHeaders = ['connection', 'keep-alive']

/**
 * Stands before several servers as docs/operations.md asks of a proxy. Each request goes to the next server in turn,
 * whoever asks; a server that takes no connection is passed over.
 */
export class RoundRobinProxy {
  readonly #server: Server
  readonly #ports: readonly number[]
  #turn = 0

  private constructor(ports: readonly number[]) {
    this.#ports = ports
    this.#server = createServer((asked, answer) => this.#pass(asked, answer))
  }

  /** `ports` of this computer. */
  static async start(ports: readonly number[]): Promise<RoundRobinProxy> {
    const proxy = new RoundRobinProxy(ports)
    proxy.#server.listen(0, '127.0.0.1')
    await once(proxy.#server, 'listening')
    return proxy
  }

  get url(): string {
    return `http://localhost:${(this.#server.address() as AddressInfo).port}`
  }

  async stop(): Promise<void> {
    const closed = once(this.#server, 'close')
    this.#server.close()
    this.#server.closeAllConnections()
    await closed
  }

  #pass(asked: IncomingMessage, answer: ServerResponse): void {
    const first = this.#turn++
    const inTurn = this.#ports.map((_, index) => this.#ports[(first + index) % this.#ports.length] ?? 0)
    passToFirst(inTurn, asked, answer)
  }
}

function passToFirst([port, ...others]: readonly number[], asked: IncomingMessage, answer: ServerResponse): void {
  if (port === undefined) {
    answer.writeHead(502).end()
    return
  }
  const { method, url: path } = asked
  const passed = request({ host: '127.0.0.1', port, method, path, headers: forwarded(asked), agent: false })
  let isConnected = false
  passed.once('socket', (socket: Socket) =>
    socket.once('connect', () => {
      isConnected = true
      asked.pipe(passed)
    }),
  )
  passed.once('response', (given) => giveBack(given, answer))
  passed.once('error', () => {
    if (!isConnected) passToFirst(others, asked, answer)
    else if (answer.headersSent) answer.destroy()
    else answer.writeHead(502).end()
  })
  answer.once('close', () => passed.destroy())
}

function giveBack(given: IncomingMessage, answer: ServerResponse): void {
  answer.writeHead(given.statusCode ?? 502, without(given.headers))
  // An event stream is open before its first event.
  answer.flushHeaders()
  pipeline(given, answer, () => {})
}

/** Says who asks. What stands before the proxy itself, as a tunnel does, is believed. */
function forwarded({ headers, socket }: IncomingMessage): IncomingHttpHeaders {
  const came = [headers['x-forwarded-for'], socket.remoteAddress].filter(Boolean).join(', ')
  return { 'x-forwarded-proto': 'http', ...without(headers), 'x-forwarded-for': came }
}

function without(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !ownHeaders.includes(name)))
}
