import { IdParams, Nothing, OptOutBody } from '../../contract/index.ts'
import { optionalBody } from '../../optional-body.ts'
import type { Route } from '../../route.ts'
import { signedIn } from '../../session/signed-in.ts'

export const putOptOut: Route = (app, api) => {
  app.put(
    '/api/contacts/:id/opt-out',
    {
      schema: {
        summary: 'Opt a contact out, on their request',
        description: 'From the inbox named, or from all of them.',
        params: IdParams,
        body: OptOutBody,
        response: { 204: Nothing },
      },
      config: { access: 'agent' },
      preValidation: optionalBody,
    },
    async (request, reply) => {
      const { inboxId = null } = request.body
      await api.optOutContact.execute({ contactId: request.params.id, inboxId, agentId: signedIn(request).agent.id })
      return reply.code(204).send(null)
    },
  )
}
