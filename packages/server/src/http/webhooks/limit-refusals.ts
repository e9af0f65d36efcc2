import type { FastifyRequest } from 'fastify'
import { networkAddress } from '../network-address.ts'
import { HttpProblem } from '../problem.ts'
import type { DeskApp } from '../route.ts'
import { TOO_MANY } from './record-refusal.ts'

/** Of one network address. Good signatures are not counted: a provider is one address. */
const REFUSALS = { max: 60, timeWindow: 60_000 }

/** Counts a refusal, and says what to answer: itself, or that there were too many. */
export type CountRefusal = (request: FastifyRequest, refusal: unknown) => Promise<unknown>

export function limitRefusals(scope: DeskApp): CountRefusal {
  const count = scope.createRateLimit({
    ...REFUSALS,
    keyGenerator: (request) => `signature ${networkAddress(request)}`,
  })
  return async (request, refusal) => {
    const limit = await count(request)
    return limit.isAllowed || !limit.isExceeded ? refusal : tooMany(limit.ttlInSeconds)
  }
}

function tooMany(seconds: number): HttpProblem {
  const detail = `Too many requests with bad signatures from this address. Try again in ${seconds} s.`
  return new HttpProblem(429, TOO_MANY, detail, { retryAfterSeconds: seconds })
}
