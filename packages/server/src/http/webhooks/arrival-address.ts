import type { FastifyRequest } from 'fastify'
import type { Api } from '../api.ts'
import { SIGNATURE_HEADER } from './identify-caller.ts'
import type { ArrivalAddress } from './webhook-figures.ts'

/**
 * The address that a refused webhook was really sent to. Its Host may be anybody's invention, so it counts only where the
 * signature confirms it.
 */
export function arrivalAddress(request: FastifyRequest, { facts, wire, clock }: Api): ArrivalAddress | null {
  const token = request.headers[SIGNATURE_HEADER]
  const { signingKey, publicUrl } = facts
  if (typeof token !== 'string' || signingKey === null) return null
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
  for (const origin of originsOf(request)) {
    const url = origin + request.originalUrl
    const { ok } = wire.verifySignature({ token, url, body, signingKey, now: clock.now() })
    if (ok) return origin === publicUrl ? null : { origin, path: request.originalUrl.split('?', 1)[0] ?? '' }
  }
  return null
}

function originsOf({ headers }: FastifyRequest): string[] {
  const forwarded = String(headers['x-forwarded-host'] ?? '')
    .split(',', 1)[0]
    ?.trim()
  const hosts = new Set([forwarded, headers.host].filter((host) => host !== undefined && host !== ''))
  return [...hosts].flatMap((host) =>
    ['https', 'http'].flatMap((scheme) => URL.parse(`${scheme}://${host}`)?.origin ?? []),
  )
}
