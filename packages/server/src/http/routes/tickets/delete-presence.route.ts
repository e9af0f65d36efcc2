import { Nothing, NumberParams } from '../../contract/index.ts'
import type { Route } from '../../route.ts'
import { signedIn } from '../../session/signed-in.ts'

export const deletePresence: Route = (app, api) => {
  app.delete(
    '/api/tickets/:number/presence',
    {
      schema: {
        summary: 'Say that you look at a ticket no more',
        params: NumberParams,
        response: { 204: Nothing },
      },
      config: { access: 'agent', keepsSession: false },
    },
    async (request, reply) => {
      api.presence.leave(request.params.number, signedIn(request).agent.id)
      return reply.code(204).send(null)
    },
  )
}
