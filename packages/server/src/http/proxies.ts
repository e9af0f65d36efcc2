import { isIP } from 'node:net'
import proxyAddr from '@fastify/proxy-addr'
import type { FastifyRequest } from 'fastify'
import type { Config } from '../config.ts'
import { isLoopbackHost } from './loopback.ts'

type Belief = (address: string) => boolean

/**
 * Whose word on where a request comes from is taken: the proxies that TRUST_PROXY names. Without it, a desk that listens on
 * loopback believes what runs on this computer too, such as a tunnel: nobody else reaches it.
 */
export function believedProxies({ trustProxy, host }: Pick<Config, 'host' | 'trustProxy'>): Belief {
  const byDefault = isLoopbackHost(host) ? ['loopback'] : []
  const believes = proxyAddr.compile(trustProxy === false ? byDefault : trustProxy)
  return (address) => believes(address, 0)
}

/** In a network of one's own, where a proxy may stand. */
export const isPrivateAddress: Belief = (address) => inPrivateNetwork(address, 0)

/**
 * Where a request came from: the last address that a believed proxy wrote down. Proxies write "unknown" and worse, and what
 * is no address counts as none: the socket's own is used.
 */
export function clientAddress(request: Pick<FastifyRequest, 'raw'>, believes: Belief): string {
  const socketAddress = request.raw.socket.remoteAddress ?? ''
  const claimed = withoutPort(proxyAddr.all(request.raw, believes).at(-1) ?? '')
  return isIP(claimed) === 0 ? socketAddress : claimed
}

const inPrivateNetwork = proxyAddr.compile(['loopback', 'linklocal', 'uniquelocal'])

/** Some proxies add the port they were called from. */
function withoutPort(address: string): string {
  const [, bracketed, plain] = /^(?:\[([^\]]+)\](?::\d+)?|([\d.]+):\d+)$/.exec(address) ?? []
  return bracketed ?? plain ?? address
}
