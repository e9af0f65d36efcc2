import { createHash, timingSafeEqual } from 'node:crypto'
import { DomainError } from '@textdesk/core'
import type { FastifyRequest } from 'fastify'
import { hasForwardingHeader, isLoopbackSocket } from '../../loopback.ts'
import { deskRegistry } from '../../metrics/desk-registry.ts'
import type { Route } from '../../route.ts'

export const getMetrics: Route = (app, api) => {
  let registry: ReturnType<typeof deskRegistry> | undefined
  app.get(
    '/metrics',
    {
      schema: {
        summary: 'Figures for Prometheus',
        description:
          'With METRICS_TOKEN as bearer token; without one from this computer, while nothing leads here from outside.',
      },
      config: { access: 'public', origin: 'any', loadShedding: false, rateLimit: false },
    },
    async (request, reply) => {
      const isLocal = api.facts.localOnly && isLoopbackSocket(request) && !hasForwardingHeader(request)
      if (!isLocal && !bearsToken(request, api.facts.metricsToken)) {
        const detail =
          'Metrics are read with METRICS_TOKEN as bearer token, or from the computer the desk runs on while PUBLIC_URL and TRUST_PROXY are not set.'
        throw new DomainError('not-allowed', detail)
      }
      registry ??= deskRegistry(api)
      return reply.type(registry.contentType).send(await registry.metrics())
    },
  )
}

function bearsToken({ headers }: FastifyRequest, token: string | null): boolean {
  return token !== null && timingSafeEqual(digest(headers.authorization ?? ''), digest(`Bearer ${token}`))
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
