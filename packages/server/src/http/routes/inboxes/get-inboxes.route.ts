import { InboxList } from '../../contract/index.ts'
import type { Route } from '../../route.ts'
import { listInboxes } from './list-inboxes.ts'

export const getInboxes: Route = (app, api) => {
  app.get(
    '/api/inboxes',
    {
      schema: {
        summary: 'List the inboxes and how their webhooks fare',
        response: { 200: InboxList },
      },
      config: { access: 'agent' },
    },
    async () => ({ items: await listInboxes(api) }),
  )
}
