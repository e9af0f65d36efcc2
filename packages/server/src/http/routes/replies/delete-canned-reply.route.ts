import { IdParams, Nothing } from '../../contract/index.ts'
import type { Route } from '../../route.ts'
import { signedIn } from '../../session/signed-in.ts'

export const deleteCannedReply: Route = (app, api) => {
  app.delete(
    '/api/canned-replies/:id',
    {
      schema: { summary: 'Remove a canned reply', params: IdParams, response: { 204: Nothing } },
      config: { access: 'agent' },
    },
    async (request, reply) => {
      const cannedReplyId = request.params.id
      await api.removeCannedReply.execute({ cannedReplyId, agentId: signedIn(request).agent.id })
      return reply.code(204).send(null)
    },
  )
}
