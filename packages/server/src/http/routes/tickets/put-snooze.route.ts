import { Nothing, NumberParams, SnoozeBody } from '../../contract/index.ts'
import type { Route } from '../../route.ts'
import { signedIn } from '../../session/signed-in.ts'
import { readUndoKey } from './undo-key.ts'

export const putSnooze: Route = (app, api) => {
  app.put(
    '/api/tickets/:number/snooze',
    {
      schema: {
        summary: 'Snooze a ticket until a moment, or until the customer writes',
        params: NumberParams,
        body: SnoozeBody,
        response: { 204: Nothing },
      },
      config: { access: 'agent' },
    },
    async (request, reply) => {
      const agentId = signedIn(request).agent.id
      const until = Date.parse(request.body.until)
      const undoKey = readUndoKey(request.headers)
      await api.snoozeTicket.execute({ ticketNumber: request.params.number, agentId, until, undoKey })
      return reply.code(204).send(null)
    },
  )
}
