import { IdParams, Nothing } from '../../contract/index.ts'
import type { Route } from '../../route.ts'
import { signedIn } from '../../session/signed-in.ts'

export const deleteBlock: Route = (app, api) => {
  app.delete(
    '/api/contacts/:id/block',
    {
      schema: { summary: 'Unblock a contact', params: IdParams, response: { 204: Nothing } },
      config: { access: 'agent' },
    },
    async (request, reply) => {
      await api.unblockContact.execute({ contactId: request.params.id, agentId: signedIn(request).agent.id })
      return reply.code(204).send(null)
    },
  )
}
