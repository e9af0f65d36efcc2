import { ViewCounts } from '../../contract/index.ts'
import type { Route } from '../../route.ts'
import { signedIn } from '../../session/signed-in.ts'

export const getViews: Route = (app, api) => {
  app.get(
    '/api/views',
    {
      schema: { summary: 'Count the tickets of the views that need somebody', response: { 200: ViewCounts } },
      config: { access: 'agent' },
    },
    async (request) => api.ticketQueries.counts(signedIn(request).agent.id, api.clock.now()),
  )
}
