import { AgentList } from '../contract/index.ts'
import type { Route } from '../route.ts'
import { agentView } from '../views/agent-view.ts'

export const getAgents: Route = (app, api) => {
  app.get(
    '/api/agents',
    {
      schema: { summary: 'All agents of the desk', response: { 200: AgentList } },
      config: { access: 'agent' },
    },
    async () => ({ items: (await api.deskQueries.listAgents()).map(agentView) }),
  )
}
