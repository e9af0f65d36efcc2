import type { FastifyRequest } from 'fastify'

const forwardingHeaders = ['forwarded', 'via', 'x-real-ip', 'x-client-ip', 'cf-connecting-ip', 'true-client-ip']

/** The other end of the socket is this computer. Behind a proxy that says nothing: ask `hasForwardingHeader` too. */
export function isLoopbackSocket(request: Pick<FastifyRequest, 'socket'>): boolean {
  return isLoopbackHost(request.socket.remoteAddress ?? '')
}

/** Somebody else sent this through a proxy or a tunnel that runs here. */
export function hasForwardingHeader(request: Pick<FastifyRequest, 'headers'>): boolean {
  return Object.keys(request.headers).some(
    (name) => name.startsWith('x-forwarded-') || forwardingHeaders.includes(name),
  )
}

/** An address or host name without a port that can only mean this computer. */
export function isLoopbackHost(host: string): boolean {
  const bare = host
    .toLowerCase()
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/^::ffff:/, '')
  return bare === 'localhost' || bare.endsWith('.localhost') || bare === '::1' || /^127(\.\d{1,3}){3}$/.test(bare)
}

/**
 * Whoever asks sits at this computer: socket, Host and Origin are loopback and nothing was forwarded. Browsers leave
 * out the Origin only when they read.
 */
export function isAtTheMachine(request: Pick<FastifyRequest, 'socket' | 'headers' | 'hostname' | 'method'>): boolean {
  return (
    isLoopbackSocket(request) &&
    !hasForwardingHeader(request) &&
    isLoopbackHost(request.hostname) &&
    isLoopbackOrigin(request.headers.origin, request.method)
  )
}

function isLoopbackOrigin(origin: string | undefined, method: string): boolean {
  if (origin === undefined) return method === 'GET' || method === 'HEAD'
  const url = URL.parse(origin)
  return url !== null && isLoopbackHost(url.hostname)
}
