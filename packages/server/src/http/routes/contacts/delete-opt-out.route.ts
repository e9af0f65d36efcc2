import { IdParams, Nothing, OptOutBody } from '../../contract/index.ts'
import type { Route } from '../../route.ts'
import { signedIn } from '../../session/signed-in.ts'

export const deleteOptOut: Route = (app, api) => {
  app.delete(
    '/api/contacts/:id/opt-out',
    {
      schema: {
        summary: 'Take back an opt-out that was a misunderstanding',
        description: 'For the inbox named in the query, or for all of them.',
        params: IdParams,
        querystring: OptOutBody,
        response: { 204: Nothing },
      },
      config: { access: 'agent' },
    },
    async (request, reply) => {
      const { inboxId = null } = request.query
      await api.optInContact.execute({ contactId: request.params.id, inboxId, agentId: signedIn(request).agent.id })
      return reply.code(204).send(null)
    },
  )
}
