import { DiscardDraftQuery, Nothing, NumberParams } from '../../contract/index.ts'
import type { Route } from '../../route.ts'
import { signedIn } from '../../session/signed-in.ts'

export const deleteDraft: Route = (app, api) => {
  app.delete(
    '/api/drafts/:number',
    {
      schema: {
        summary: 'Discard your drafts in a ticket',
        params: NumberParams,
        querystring: DiscardDraftQuery,
        response: { 204: Nothing },
      },
      config: { access: 'agent' },
    },
    async (request, reply) => {
      const { mode = null } = request.query
      const agentId = signedIn(request).agent.id
      await api.discardDraft.execute({ agentId, ticketNumber: request.params.number, mode })
      return reply.code(204).send(null)
    },
  )
}
