import { IdParams, Nothing } from '../../contract/index.ts'
import type { Route } from '../../route.ts'
import { signedIn } from '../../session/signed-in.ts'

export const putBlock: Route = (app, api) => {
  app.put(
    '/api/contacts/:id/block',
    {
      schema: { summary: 'Block a contact', params: IdParams, response: { 204: Nothing } },
      config: { access: 'agent' },
    },
    async (request, reply) => {
      await api.blockContact.execute({ contactId: request.params.id, agentId: signedIn(request).agent.id })
      return reply.code(204).send(null)
    },
  )
}
