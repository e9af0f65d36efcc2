import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Api } from '../api.ts'
import { HttpProblem } from '../problem.ts'
import type { DeskApp } from '../route.ts'
import { SIGNATURE_HEADER } from './identify-caller.ts'
import { limitRefusals } from './limit-refusals.ts'
import { recordRefusal } from './record-refusal.ts'
import { isNearWebhook, isWebhookUrl } from './webhook-paths.ts'

const MAX_SHOWN_LENGTH = 120

/**
 * What was meant for a webhook and came to none is a text lost unless somebody is told: it is refused with the reason,
 * counted, and shown with its cure. Must stand before the check of where a request comes from.
 */
export function refuseStrayWebhooks(app: DeskApp, api: Api): void {
  const countRefusal = limitRefusals(app)
  app.addHook('onRequest', async (request, reply) => {
    if (!isStray(request)) return
    const refusal = await countRefusal(request, explain(request, reply, api))
    if (refusal instanceof Error) recordRefusal(api, request, refusal)
    throw refusal
  })
}

/** A signature is a provider's, wherever it comes; without one, only what is posted near a webhook is meant for it. */
function isStray(request: FastifyRequest): boolean {
  const { method, headers, routeOptions, url } = request
  if (routeOptions.config.origin === 'any' || method === 'HEAD' || method === 'OPTIONS') return false
  if (headers[SIGNATURE_HEADER] !== undefined) return true
  return request.is404 && method !== 'GET' && isNearWebhook(url)
}

function explain({ method, url, originalUrl }: FastifyRequest, reply: FastifyReply, { facts }: Api): HttpProblem {
  const cure = `Set the webhook at the provider to POST ${facts.publicUrl}/webhook.`
  if (isWebhookUrl(url)) {
    reply.header('allow', 'GET, POST')
    const detail = `A webhook came by ${method}; webhooks come by POST or GET. ${cure}`
    return new HttpProblem(405, 'not-a-webhook', detail, { reason: 'wrong-method' })
  }
  const path = originalUrl.split('?', 1)[0]?.slice(0, MAX_SHOWN_LENGTH) ?? ''
  const detail = `A webhook came to ${facts.publicUrl}${path}, where the desk takes none. ${cure}`
  return new HttpProblem(404, 'not-a-webhook', detail, { reason: 'no-webhook-there' })
}
