import { Nothing, NumberParams } from '../../contract/index.ts'
import type { Route } from '../../route.ts'
import { signedIn } from '../../session/signed-in.ts'

export const deleteStopRequest: Route = (app, api) => {
  app.delete(
    '/api/tickets/:number/stop-request',
    {
      schema: {
        summary: 'Say that a text that looked like the wish for no more texts is none',
        description: 'The wish itself is granted with `PUT /api/contacts/:id/opt-out`.',
        params: NumberParams,
        response: { 204: Nothing },
      },
      config: { access: 'agent' },
    },
    async (request, reply) => {
      const { id: agentId } = signedIn(request).agent
      await api.dismissStopRequest.execute({ ticketNumber: request.params.number, agentId })
      return reply.code(204).send(null)
    },
  )
}
