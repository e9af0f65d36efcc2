import { AgentLink, IdParams } from '../../contract/index.ts'
import { inviteUrl } from '../../presenters/invite-url.ts'
import { toIso } from '../../presenters/moment.ts'
import type { Route } from '../../route.ts'
import { signedIn } from '../../session/signed-in.ts'

export const postAgentLink: Route = (app, api) => {
  app.post(
    '/api/agents/:id/link',
    {
      schema: {
        summary: 'Make a new link that lets an agent choose a password',
        description: 'Works once, in place of any before. The password they have goes on until it is used.',
        params: IdParams,
        response: { 201: AgentLink },
      },
      config: { access: 'owner' },
    },
    async (request, reply) => {
      const agentId = signedIn(request).agent.id
      const { token, expiresAt } = await api.makeAgentLink.execute({ agentId, subjectId: request.params.id })
      return reply.code(201).send({ link: inviteUrl(api.facts.publicUrl, token), expiresAt: toIso(expiresAt) })
    },
  )
}
