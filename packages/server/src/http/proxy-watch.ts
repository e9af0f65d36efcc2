import type { FastifyRequest } from 'fastify'
import type { Config } from '../config.ts'
import { hasForwardingHeader, isLoopbackHost, isLoopbackSocket } from './loopback.ts'
import { believedProxies, isPrivateAddress } from './proxies.ts'

/** What is wrong with how the desk learns where requests come from. */
export type ProxyFinding =
  /** A proxy there says so, and is not believed. */
  | { readonly kind: 'unbelieved'; readonly address: string; readonly line: string }
  /** Something ends https in front of a desk that is open to the network, and nobody said what. */
  | { readonly kind: 'unnamed' }
  /** All that comes to PUBLIC_URL comes from this computer, and does not say whose it is. */
  | { readonly kind: 'silent' }

/** So many requests without a word of whose they are, and that is how it is. */
const ENOUGH = 20
const FORWARDED_FOR = 'x-forwarded-for'

/** Compares what the settings say of proxies with what the requests show. */
export class ProxyWatch {
  readonly #believes: (address: string) => boolean
  readonly #named: readonly string[]
  readonly #outside: URL
  readonly #isUnnamed: boolean
  #unbelieved: string | null = null
  #silent = 0
  #spoken = false

  constructor(config: Pick<Config, 'host' | 'publicUrl' | 'trustProxy'>) {
    this.#believes = believedProxies(config)
    this.#named = config.trustProxy === false ? [] : config.trustProxy
    this.#outside = new URL(config.publicUrl)
    const isOpen = !isLoopbackHost(config.host) && this.#outside.protocol === 'https:'
    this.#isUnnamed = isOpen && this.#named.length === 0
  }

  see(request: Pick<FastifyRequest, 'headers' | 'socket' | 'host'>): void {
    const address = request.socket.remoteAddress ?? ''
    if (request.headers[FORWARDED_FOR] === undefined) this.#seeUnsaid(request)
    else if (this.#believes(address)) this.#spoken = true
    // Anybody may send such a header; the owner must not be told to believe a stranger for it.
    else if (isPrivateAddress(address)) this.#unbelieved = address.replace(/^::ffff:/, '')
  }

  get finding(): ProxyFinding | null {
    const address = this.#unbelieved
    if (address !== null) return { kind: 'unbelieved', address, line: [...this.#named, address].join(',') }
    if (this.#isUnnamed) return { kind: 'unnamed' }
    return this.#silent >= ENOUGH && !this.#spoken ? { kind: 'silent' } : null
  }

  #seeUnsaid(request: Pick<FastifyRequest, 'headers' | 'socket' | 'host'>): void {
    const isFromOutside = request.host.toLowerCase() === this.#outside.host && !isLoopbackHost(this.#outside.hostname)
    if (isFromOutside && isLoopbackSocket(request) && !hasForwardingHeader(request)) this.#silent += 1
  }
}
