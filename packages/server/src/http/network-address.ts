import { normalizeIP } from '@fastify/rate-limit'
import type { FastifyRequest } from 'fastify'

/** Where a request came from, as one customer of an access provider: an IPv6 address counts as its /64. */
export function networkAddress(request: Pick<FastifyRequest, 'clientAddress'>): string {
  return normalizeIP(request.clientAddress)
}
