import type { FastifyRequest } from 'fastify'
import type { Api } from '../api.ts'
import { HttpProblem } from '../problem.ts'
import { arrivalAddress } from './arrival-address.ts'
import { SIGNATURE_HEADER } from './identify-caller.ts'
import type { WebhookRefusal } from './webhook-figures.ts'

/** The code of a refusal that only says how many there were before. */
export const TOO_MANY = 'too-many-bad-signatures'

/** Keeps why a webhook was refused and what cures it; failures of our own are no refusals. */
export function recordRefusal(api: Api, request: FastifyRequest, error: Error): void {
  const { clock, webhookJournal } = api
  const refused = { at: clock.now(), signed: request.headers[SIGNATURE_HEADER] !== undefined, arrivedAt: null }
  if (error instanceof HttpProblem) {
    if (error.code === TOO_MANY) webhookJournal.recordTurnedAway(error.code)
    else webhookJournal.recordRefusal({ ...refused, ...explain(error, request, api) })
  } else if ('statusCode' in error && error.statusCode === 413) {
    const cure = 'A webhook was larger than 64 KB. Check what the provider is set up to send.'
    webhookJournal.recordRefusal({ ...refused, reason: 'too-large', cure })
  }
}

function explain(
  error: HttpProblem,
  request: FastifyRequest,
  api: Api,
): Pick<WebhookRefusal, 'reason' | 'cure' | 'arrivedAt'> {
  const reason = String(error.details['reason'] ?? error.code)
  const arrivedAt = reason === 'url-differs' ? arrivalAddress(request, api) : null
  if (!arrivedAt) return { reason, cure: error.message, arrivedAt }
  const { origin, path } = arrivedAt
  const cure = `Texts are arriving at ${origin}${path}, but PUBLIC_URL is ${api.facts.publicUrl}. Set PUBLIC_URL=${origin} and start the desk again.`
  return { reason, cure, arrivedAt }
}
