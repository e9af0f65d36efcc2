import { isCancelledInvite } from '@textdesk/core'
import { AgentList } from '../../contract/index.ts'
import { agentView } from '../../presenters/agent-view.ts'
import type { Route } from '../../route.ts'

export const getAgents: Route = (app, api) => {
  app.get(
    '/api/agents',
    {
      schema: {
        summary: 'All agents of the desk',
        description: 'Without those whose invite was cancelled before they joined.',
        response: { 200: AgentList },
      },
      config: { access: 'agent' },
    },
    async () => {
      const agents = await api.deskQueries.listAgents()
      return { items: agents.filter((agent) => !isCancelledInvite(agent)).map(agentView) }
    },
  )
}
