import { Nothing, NumberParams } from '../../contract/index.ts'
import type { Route } from '../../route.ts'
import { signedIn } from '../../session/signed-in.ts'
import { readUndoKey } from './undo-key.ts'

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
      const agentId = signedIn(request).agent.id
      const undoKey = readUndoKey(request.headers)
      await api.reopenTicket.execute({ ticketNumber: request.params.number, agentId, undoKey })
      return reply.code(204).send(null)
    },
  )
}
