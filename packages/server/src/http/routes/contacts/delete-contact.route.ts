import { IdParams, Nothing } from '../../contract/index.ts'
import type { Route } from '../../route.ts'
import { signedIn } from '../../session/signed-in.ts'

export const deleteContact: Route = (app, api) => {
  app.delete(
    '/api/contacts/:id',
    {
      schema: {
        summary: 'Erase a contact with all tickets and texts, for good',
        description: 'The opt-out stays, as a keyed hash. 409 texts-leaving while a text to them is being sent.',
        params: IdParams,
        response: { 204: Nothing },
      },
      config: { access: 'owner' },
    },
    async (request, reply) => {
      await api.eraseContact.execute({ contactId: request.params.id, agentId: signedIn(request).agent.id })
      return reply.code(204).send(null)
    },
  )
}
