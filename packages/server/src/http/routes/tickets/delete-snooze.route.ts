import { Nothing, NumberParams } from '../../contract/index.ts'
import type { Route } from '../../route.ts'
import { signedIn } from '../../session/signed-in.ts'
import { readUndoKey } from './undo-key.ts'

export const deleteSnooze: Route = (app, api) => {
  app.delete(
    '/api/tickets/:number/snooze',
    {
      schema: { summary: 'Wake a snoozed ticket now', params: NumberParams, response: { 204: Nothing } },
      config: { access: 'agent' },
    },
    async (request, reply) => {
      const agentId = signedIn(request).agent.id
      const undoKey = readUndoKey(request.headers)
      await api.wakeTicket.execute({ ticketNumber: request.params.number, agentId, undoKey })
      return reply.code(204).send(null)
    },
  )
}
