import { isIP } from 'node:net'
import type { FastifyRequest } from 'fastify'
import { isLoopbackHost } from './loopback.ts'
import { HttpProblem } from './problem.ts'

export interface OwnAddresses {
  readonly publicUrl: string
  /** What the server listens on. */
  readonly host: string
}

const harmless = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * A page of another site can make a browser send requests here, cookie and all, and by pointing its own name at this
 * computer (DNS rebinding) even read the answers. So the Host must be one of ours, and what changes something must come
 * from a page of ours.
 */
export function sameOriginCheck(own: OwnAddresses): (request: FastifyRequest) => Promise<void> {
  return async (request) => {
    if (request.routeOptions.config.origin === 'any') return
    if (!isOwnHost(request, own)) {
      throw new HttpProblem(
        421,
        'host-unknown',
        `This desk is at ${own.publicUrl}. To use it at another address, set PUBLIC_URL to that address.`,
      )
    }
    if (!harmless.has(request.method) && !isFromOwnPage(request)) {
      throw new HttpProblem(403, 'cross-origin', 'This request came from another site, so nothing was done.')
    }
  }
}

function isOwnHost(request: FastifyRequest, { publicUrl, host }: OwnAddresses): boolean {
  const { hostname } = request
  if (isLoopbackHost(hostname) || request.host.toLowerCase() === new URL(publicUrl).host) return true
  // Open to the network: an address made of figures cannot be pointed anywhere by somebody else.
  if (host === '0.0.0.0' || host === '::') return isIP(bare(hostname)) !== 0
  return bare(hostname).toLowerCase() === host.toLowerCase()
}

function isFromOwnPage({ headers, host }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin'
  return headers.origin !== undefined && URL.parse(headers.origin)?.host === host.toLowerCase()
}

function bare(hostname: string): string {
  return hostname.replace(/^\[(.*)\]$/, '$1')
}
