import type { Agent, Session } from '@textdesk/core'
import type { FastifyRequest } from 'fastify'

/** Who asks, on a route whose access is `agent` or `owner`. */
export function signedIn(request: Pick<FastifyRequest, 'signedIn'>): {
  readonly agent: Agent
  readonly session: Session
} {
  if (!request.signedIn) throw new Error('Only routes with access "agent" or "owner" know who is signed in')
  return request.signedIn
}
