import { Nothing, NumberAndIdParams } from '../../contract/index.ts'
import type { Route } from '../../route.ts'
import { signedIn } from '../../session/signed-in.ts'

export const putArrived: Route = (app, api) => {
  app.put(
    '/api/tickets/:number/replies/:id/arrived',
    {
      schema: {
        summary: 'Say that a failed or uncertain reply did arrive',
        params: NumberAndIdParams,
        response: { 204: Nothing },
      },
      config: { access: 'agent' },
    },
    async (request, reply) => {
      const { number, id } = request.params
      await api.confirmArrival.execute({ ticketNumber: number, messageId: id, agentId: signedIn(request).agent.id })
      return reply.code(204).send(null)
    },
  )
}
