import { InviteAgentBody, InvitedAgent } from '../../contract/index.ts'
import { agentView } from '../../presenters/agent-view.ts'
import { inviteUrl } from '../../presenters/invite-url.ts'
import { toIso } from '../../presenters/moment.ts'
import type { Route } from '../../route.ts'
import { signedIn } from '../../session/signed-in.ts'

export const postAgent: Route = (app, api) => {
  app.post(
    '/api/agents',
    {
      schema: {
        summary: 'Invite an agent by a link that works once',
        body: InviteAgentBody,
        response: { 201: InvitedAgent },
      },
      config: { access: 'owner' },
    },
    async (request, reply) => {
      const invited = await api.inviteAgent.execute({ ...request.body, agentId: signedIn(request).agent.id })
      const answer = {
        agent: agentView(invited.agent),
        inviteUrl: inviteUrl(api.facts.publicUrl, invited.token),
        expiresAt: toIso(invited.expiresAt),
      }
      return reply.code(201).send(answer)
    },
  )
}
