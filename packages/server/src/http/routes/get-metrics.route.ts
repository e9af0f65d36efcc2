import { createHash, timingSafeEqual } from 'node:crypto'
import { DomainError } from '@textdesk/core'
import type { FastifyRequest } from 'fastify'
import { hasForwardingHeader, isLoopbackSocket } from '../loopback.ts'
import { deskRegistry } from '../metrics/desk-registry.ts'
import type { Route } from '../route.ts'

export const getMetrics: Route = (app, api) => {
  let registry: ReturnType<typeof deskRegistry> | undefined
  app.get(
    '/metrics',
    {
      schema: {
        summary: 'Figures for Prometheus',
        description: 'From this computer, or with METRICS_TOKEN as bearer token.',
      },
      config: { access: 'public', origin: 'any', loadShedding: false, rateLimit: false },
    },
    async (request, reply) => {
      const isLocal = isLoopbackSocket(request) && !hasForwardingHeader(request)
      if (!isLocal && !bearsToken(request, api.facts.metricsToken)) {
        const detail = 'Metrics are read from the computer the desk runs on, or with METRICS_TOKEN as bearer token.'
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
