import { Nothing, NumberAndIdParams } from '../../contract/index.ts'
import type { Route } from '../../route.ts'
import { signedIn } from '../../session/signed-in.ts'

export const deleteReply: Route = (app, api) => {
  app.delete(
    '/api/tickets/:number/replies/:id',
    {
      schema: { summary: 'Undo a reply that is still held', params: NumberAndIdParams, response: { 204: Nothing } },
      config: { access: 'agent' },
    },
    async (request, reply) => {
      const { number, id } = request.params
      await api.undoReply.execute({ ticketNumber: number, messageId: id, agentId: signedIn(request).agent.id })
      return reply.code(204).send(null)
    },
  )
}
