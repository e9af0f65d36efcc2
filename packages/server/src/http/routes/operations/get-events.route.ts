import type { OutgoingHttpHeaders } from 'node:http'
import { EventStream } from '../../events/event-stream.ts'
import type { Route } from '../../route.ts'
import { readSessionToken } from '../../session/session-cookie.ts'
import { signedIn } from '../../session/signed-in.ts'

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-cache, no-transform',
  // Or nginx gathers events before it passes them on.
  'x-accel-buffering': 'no',
}

export const getEvents: Route = (app, api) => {
  app.get(
    '/api/events',
    {
      schema: {
        summary: 'Hear what changes, as server-sent events',
        description:
          'ticket { number, what }: fetch it again. reset: fetch everything again. ping every 15 s. A session has 20 at most; one more ends the oldest.',
      },
      exposeHeadRoute: false,
      config: { access: 'agent', keepsSession: false },
    },
    (request, reply) => {
      const { agent, session } = signedIn(request)
      const token = readSessionToken(request) ?? ''
      reply.hijack()
      const response = reply.raw
      // What hooks set so far, such as the security headers, would be lost otherwise.
      response.writeHead(200, { ...(reply.getHeaders() as OutgoingHttpHeaders), ...HEADERS })
      const isStillAllowed = async () => (await api.authenticate.execute({ token, touch: false })) !== null
      const stream = new EventStream({ response, agentId: agent.id, sessionId: session.tokenDigest, isStillAllowed })
      response.once('close', () => api.eventHub.remove(stream))
      api.eventHub.add(stream)
    },
  )
}
