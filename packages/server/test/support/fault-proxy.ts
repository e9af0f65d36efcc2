import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import { ProxyLink } from './proxy-link.ts'
import { RequestProgress } from './request-progress.ts'

/** What is done to one connection. Bytes are those of the request's body or of the whole answer. */
export type ProxyMode =
  | { readonly kind: 'pass' }
  /** The client is cut off as soon as so much of its body has passed; Infinity: all of it. */
  | { readonly kind: 'reset-request'; readonly afterBytes: number }
  /** The client is cut off as soon as it got so much of the answer. */
  | { readonly kind: 'reset-response'; readonly afterBytes: number }
  /** The request passes; its answer never does. */
  | { readonly kind: 'stall' }
  /** The answer passes byte by byte, so many milliseconds apart. */
  | { readonly kind: 'drip'; readonly everyMs: number }
  /** Nobody reads what the client writes. */
  | { readonly kind: 'black-hole' }
  /** What the client writes is taken, by somebody who is long gone. */
  | { readonly kind: 'half-open' }

const PASS: ProxyMode = { kind: 'pass' }

/** A stretch of network between a client and a server, in which everything can go wrong, connection by connection. */
export class FaultProxy {
  /** Connections so far. */
  connections = 0
  readonly #target: URL
  readonly #server: Server
  readonly #sockets = new Set<Socket>()
  readonly #links = new Set<ProxyLink>()
  readonly #next: ProxyMode[] = []
  #mode = PASS

  private constructor(target: URL) {
    this.#target = target
    this.#server = createServer((client) => this.#carry(client))
  }

  static async start(target: URL): Promise<FaultProxy> {
    const proxy = new FaultProxy(target)
    proxy.#server.listen(0, '127.0.0.1')
    await once(proxy.#server, 'listening')
    return proxy
  }

  get url(): URL {
    return new URL(`http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`)
  }

  /** For connections from now on. */
  treat(mode: ProxyMode): void {
    this.#mode = mode
  }

  /** For the next connections, one each, before the standing mode applies again. */
  treatNext(...modes: readonly ProxyMode[]): void {
    this.#next.push(...modes)
  }

  /** Of the connections that there are and that pass, nothing does any more, either way, and neither end is told. */
  freeze(): void {
    for (const link of this.#links) link.freeze()
  }

  /** What was held passes, and all that follows. */
  thaw(): void {
    for (const link of this.#links) link.thaw()
  }

  async stop(): Promise<void> {
    const closed = once(this.#server, 'close')
    this.#server.close()
    for (const socket of this.#sockets) socket.destroy()
    await closed
  }

  #carry(client: Socket): void {
    this.connections += 1
    const mode = this.#next.shift() ?? this.#mode
    this.#keep(client)
    if (mode.kind === 'black-hole') return void client.pause()
    if (mode.kind === 'half-open') return void client.resume()
    const server = this.#keep(connect(Number(this.#target.port), this.#target.hostname))
    if (mode.kind === 'pass') return void this.#pass(client, server)
    client.once('close', () => server.end())
    server.once('error', () => client.resetAndDestroy())
    if (mode.kind === 'reset-request') resetRequest(client, server, mode.afterBytes)
    else client.pipe(server, { end: false })
    if (mode.kind === 'reset-response') resetResponse(client, server, mode.afterBytes)
    else if (mode.kind === 'drip') drip(client, server, mode.everyMs)
    else server.resume()
  }

  #pass(client: Socket, server: Socket): void {
    const link = new ProxyLink(client, server)
    this.#links.add(link)
    server.once('close', () => this.#links.delete(link))
  }

  /** Ends with the proxy at the latest; whatever breaks is meant to. */
  #keep(socket: Socket): Socket {
    this.#sockets.add(socket)
    return socket.on('error', () => {}).once('close', () => this.#sockets.delete(socket))
  }
}

/** What passed before the reset arrives. */
function resetRequest(client: Socket, server: Socket, afterBytes: number): void {
  const progress = new RequestProgress()
  client.on('data', (chunk) => {
    const { passed, isOver } = progress.upTo(chunk, afterBytes)
    server.write(passed)
    if (!isOver) return
    client.removeAllListeners('data')
    client.resetAndDestroy()
  })
}

function resetResponse(client: Socket, server: Socket, afterBytes: number): void {
  let left = afterBytes
  server.on('data', (chunk) => {
    client.write(chunk.subarray(0, left), () => (left <= 0 ? client.resetAndDestroy() : null))
    left -= chunk.length
  })
  server.once('end', () => client.resetAndDestroy())
}

function drip(client: Socket, server: Socket, everyMs: number): void {
  const waiting: number[] = []
  server.on('data', (chunk) => waiting.push(...chunk))
  const timer = setInterval(() => {
    const byte = waiting.shift()
    if (byte !== undefined) client.write(Buffer.of(byte))
    else if (server.readableEnded) client.end()
  }, everyMs)
  client.once('close', () => clearInterval(timer))
}
