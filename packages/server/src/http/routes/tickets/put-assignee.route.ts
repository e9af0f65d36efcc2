import { AssigneeBody, Nothing, NumberParams } from '../../contract/index.ts'
import type { Route } from '../../route.ts'
import { signedIn } from '../../session/signed-in.ts'
import { readUndoKey } from './undo-key.ts'

export const putAssignee: Route = (app, api) => {
  app.put(
    '/api/tickets/:number/assignee',
    {
      schema: {
        summary: 'Assign a ticket to an agent, or to nobody',
        params: NumberParams,
        body: AssigneeBody,
        response: { 204: Nothing },
      },
      config: { access: 'agent' },
    },
    async (request, reply) => {
      const agentId = signedIn(request).agent.id
      const assigneeId = request.body.agentId
      const undoKey = readUndoKey(request.headers)
      await api.assignTicket.execute({ ticketNumber: request.params.number, agentId, assigneeId, undoKey })
      return reply.code(204).send(null)
    },
  )
}
