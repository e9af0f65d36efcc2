import { Nothing, NumberParams, ReadBody } from '../../contract/index.ts'
import type { Route } from '../../route.ts'
import { signedIn } from '../../session/signed-in.ts'

export const putRead: Route = (app, api) => {
  app.put(
    '/api/tickets/:number/read',
    {
      schema: {
        summary: 'Mark a ticket as read up to a message, for yourself',
        params: NumberParams,
        body: ReadBody,
        response: { 204: Nothing },
      },
      config: { access: 'agent' },
    },
    async (request, reply) => {
      const agentId = signedIn(request).agent.id
      const { messageId } = request.body
      await api.markTicketRead.execute({ ticketNumber: request.params.number, agentId, messageId })
      return reply.code(204).send(null)
    },
  )
}
