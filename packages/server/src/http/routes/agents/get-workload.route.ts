import { IdParams, Workload } from '../../contract/index.ts'
import type { Route } from '../../route.ts'

export const getWorkload: Route = (app, api) => {
  app.get(
    '/api/agents/:id/workload',
    {
      schema: {
        summary: 'What an agent has to do',
        description: 'How many tickets that are not closed are theirs. Nobody has any who is not on the desk.',
        params: IdParams,
        response: { 200: Workload },
      },
      config: { access: 'owner' },
    },
    async (request) => ({ openTickets: await api.deskQueries.countOpenTickets(request.params.id) }),
  )
}
