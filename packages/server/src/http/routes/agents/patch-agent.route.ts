import { Agent, ChangeAgentBody, IdParams } from '../../contract/index.ts'
import { agentView } from '../../presenters/agent-view.ts'
import type { Route } from '../../route.ts'
import { signedIn } from '../../session/signed-in.ts'

export const patchAgent: Route = (app, api) => {
  app.patch(
    '/api/agents/:id',
    {
      schema: {
        summary: 'Rename, promote, demote, disable or enable an agent',
        description:
          'Disabling ends their sessions, and their open tickets go to ticketsTo, or become unassigned. It cancels the invite of an agent who has never joined.',
        params: IdParams,
        body: ChangeAgentBody,
        response: { 200: Agent },
      },
      config: { access: 'owner' },
    },
    async (request) => {
      const agentId = signedIn(request).agent.id
      return agentView(await api.changeAgent.execute({ ...request.body, agentId, subjectId: request.params.id }))
    },
  )
}
