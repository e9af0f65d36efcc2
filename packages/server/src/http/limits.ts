import { getHeapStatistics } from 'node:v8'
import rateLimit from '@fastify/rate-limit'
import underPressure from '@fastify/under-pressure'
import type { FastifyRequest } from 'fastify'
import type { Api } from './api.ts'
import { HttpProblem } from './problem.ts'
import type { DeskApp } from './route.ts'
import { knownOrAddress, requesterOf } from './session/identify.ts'

/** Guesses cost a slow hash each; these routes get fewer requests a minute than the rest. */
export const guessable = { max: 30, timeWindow: 60_000 } as const

/** For whoever is not signed in yet: signing in on a known browser works while others at the same address guess. */
export function guessableBy(api: Api) {
  return { ...guessable, keyGenerator: (request: FastifyRequest) => knownOrAddress(request, api) }
}

interface Limits {
  /** Of one session, or of one network address where nobody is signed in. */
  readonly requestsPerMinute: number
  /** Requests are turned away while the event loop is later than this; 0 never turns one away. */
  readonly mostLoopDelayMs: number
}

/** No single address, and no crowd, takes the desk down. Must stand before the routes. */
export async function limitRequests(
  app: DeskApp,
  api: Api,
  { requestsPerMinute, mostLoopDelayMs }: Limits,
): Promise<void> {
  await app.register(underPressure, {
    maxEventLoopDelay: mostLoopDelayMs,
    maxHeapUsedBytes: Math.floor(getHeapStatistics().heap_size_limit * 0.9),
    pressureHandler: async (request) => {
      // The page and its files cost next to nothing, and a page that does not open cannot say why.
      if (request.routeOptions.config.loadShedding === false || !request.url.startsWith('/api/')) return
      throw new HttpProblem(503, 'overloaded', 'The desk is busy. Try again in a few seconds.')
    },
  })
  await app.register(rateLimit, {
    max: requestsPerMinute,
    timeWindow: 60_000,
    keyGenerator: (request) => requesterOf(request, api),
    errorResponseBuilder: (_request, { ttl }) => {
      const retryAfterSeconds = Math.max(1, Math.ceil(ttl / 1000))
      return new HttpProblem(429, 'too-many-requests', `Too many requests. Try again in ${retryAfterSeconds} s.`, {
        retryAfterSeconds,
      })
    },
  })
}
