import { AddCannedReplyBody, CannedReply } from '../../contract/index.ts'
import { cannedReplyView } from '../../presenters/canned-reply-view.ts'
import type { Route } from '../../route.ts'
import { signedIn } from '../../session/signed-in.ts'

export const postCannedReply: Route = (app, api) => {
  app.post(
    '/api/canned-replies',
    {
      schema: {
        summary: 'Add a canned reply',
        description: 'The body may hold {{name}}, {{ticket}} and {{agent}}. 409 shortcut-taken when there is one.',
        body: AddCannedReplyBody,
        response: { 201: CannedReply },
      },
      config: { access: 'agent' },
    },
    async (request, reply) => {
      const { title = null, ...fields } = request.body
      const added = await api.addCannedReply.execute({ ...fields, title, agentId: signedIn(request).agent.id })
      return reply.code(201).send(cannedReplyView(added))
    },
  )
}
