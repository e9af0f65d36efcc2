import { ClosureBody, Nothing, NumberParams } from '../../contract/index.ts'
import { optionalBody } from '../../optional-body.ts'
import type { Route } from '../../route.ts'
import { signedIn } from '../../session/signed-in.ts'
import { readUndoKey } from './undo-key.ts'

export const putClosure: Route = (app, api) => {
  app.put(
    '/api/tickets/:number/closure',
    {
      schema: {
        summary: 'Close a ticket',
        description:
          '409 newer-message when something came after seenMessageId. With an Undo-Key header it can be undone.',
        params: NumberParams,
        body: ClosureBody,
        response: { 204: Nothing },
      },
      config: { access: 'agent' },
      preValidation: optionalBody,
    },
    async (request, reply) => {
      const { seenMessageId = null } = request.body
      const agentId = signedIn(request).agent.id
      const undoKey = readUndoKey(request.headers)
      await api.closeTicket.execute({ ticketNumber: request.params.number, agentId, seenMessageId, undoKey })
      return reply.code(204).send(null)
    },
  )
}
