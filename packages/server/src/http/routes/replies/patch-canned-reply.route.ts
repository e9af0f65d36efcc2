import { CannedReply, ChangeCannedReplyBody, IdParams } from '../../contract/index.ts'
import { cannedReplyView } from '../../presenters/canned-reply-view.ts'
import type { Route } from '../../route.ts'
import { signedIn } from '../../session/signed-in.ts'

export const patchCannedReply: Route = (app, api) => {
  app.patch(
    '/api/canned-replies/:id',
    {
      schema: {
        summary: 'Change a canned reply',
        params: IdParams,
        body: ChangeCannedReplyBody,
        response: { 200: CannedReply },
      },
      config: { access: 'agent' },
    },
    async (request) => {
      const change = { ...request.body, cannedReplyId: request.params.id, agentId: signedIn(request).agent.id }
      return cannedReplyView(await api.changeCannedReply.execute(change))
    },
  )
}
