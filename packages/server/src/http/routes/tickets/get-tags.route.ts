import { TagList } from '../../contract/index.ts'
import type { Route } from '../../route.ts'

const MAX_SHOWN = 500

export const getTags: Route = (app, api) => {
  app.get(
    '/api/tags',
    {
      schema: { summary: 'List the tags in use, most used first', response: { 200: TagList } },
      config: { access: 'agent' },
    },
    async () => ({ items: await api.workspaceQueries.listTags(MAX_SHOWN) }),
  )
}
