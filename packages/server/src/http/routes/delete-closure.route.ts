import { Nothing, NumberParams } from '../contract/index.ts'
import type { Route } from '../route.ts'
import { signedIn } from '../session/signed-in.ts'

export const deleteClosure: Route = (app, api) => {
  app.delete(
    '/api/tickets/:number/closure',
    {
      schema: {
        summary: 'Reopen a ticket',
        description: '409 other-ticket-open when the customer has another open ticket.',
        params: NumberParams,
        response: { 204: Nothing },
      },
      config: { access: 'agent' },
    },
    async (request, reply) => {
      await api.reopenTicket.execute({ ticketNumber: request.params.number, agentId: signedIn(request).agent.id })
      return reply.code(204).send(null)
    },
  )
}
