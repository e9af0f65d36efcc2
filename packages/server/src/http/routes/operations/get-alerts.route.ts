import { AlertList } from '../../contract/index.ts'
import { alertView } from '../../presenters/alert-view.ts'
import type { Route } from '../../route.ts'

export const getAlerts: Route = (app, api) => {
  app.get(
    '/api/alerts',
    {
      schema: {
        summary: 'List what is wrong with the desk as a whole, oldest first',
        response: { 200: AlertList },
      },
      config: { access: 'owner' },
    },
    async () => ({ items: (await api.systemQueries.listOpenIncidents()).map(alertView) }),
  )
}
