import type { FastifyRequest } from 'fastify'
import type { Api } from '../api.ts'
import { HttpProblem } from '../problem.ts'
import { arrivalAddress } from './arrival-address.ts'
import { SIGNATURE_HEADER } from './identify-caller.ts'

/** The code of a refusal that only says how many there were before. */
export const TOO_MANY = 'too-many-bad-signatures'

/** Keeps why a webhook was refused and what cures it; failures of our own are no refusals. */
export function recordRefusal(api: Api, request: FastifyRequest, error: Error): void {
  const { clock, webhookJournal, facts } = api
  const refused = { at: clock.now(), signed: request.headers[SIGNATURE_HEADER] !== undefined, arrivedAt: null }
  if (error instanceof HttpProblem) {
    if (error.code === TOO_MANY) return webhookJournal.recordTurnedAway(error.code)
    const reason = String(error.details['reason'] ?? error.code)
    const arrivedAt = reason === 'url-differs' ? arrivalAddress(request, api) : null
    const cure = arrivedAt
      ? `Texts are arriving at ${arrivedAt.origin}${arrivedAt.path}, but PUBLIC_URL is ${facts.publicUrl}. Set PUBLIC_URL=${arrivedAt.origin} and start the desk again.`
      : error.message
    webhookJournal.recordRefusal({ ...refused, reason, cure, arrivedAt })
  } else if ('statusCode' in error && error.statusCode === 413) {
    const cure = 'A webhook was larger than 64 KB. Check what the provider is set up to send.'
    webhookJournal.recordRefusal({ ...refused, reason: 'too-large', cure })
  }
}
