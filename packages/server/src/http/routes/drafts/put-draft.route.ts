import { DraftBody, Nothing, NumberParams } from '../../contract/index.ts'
import type { Route } from '../../route.ts'
import { signedIn } from '../../session/signed-in.ts'

export const putDraft: Route = (app, api) => {
  app.put(
    '/api/drafts/:number',
    {
      schema: {
        summary: 'Keep what you have written so far in a ticket',
        description: 'The last one written stays. An accepted reply or note removes its draft.',
        params: NumberParams,
        body: DraftBody,
        response: { 204: Nothing },
      },
      config: { access: 'agent' },
    },
    async (request, reply) => {
      const agentId = signedIn(request).agent.id
      await api.saveDraft.execute({ ...request.body, agentId, ticketNumber: request.params.number })
      return reply.code(204).send(null)
    },
  )
}
