import { DraftList } from '../../contract/index.ts'
import { draftView } from '../../presenters/draft-view.ts'
import type { Route } from '../../route.ts'
import { signedIn } from '../../session/signed-in.ts'

const MAX_SHOWN = 500

export const getDrafts: Route = (app, api) => {
  app.get(
    '/api/drafts',
    {
      schema: { summary: 'List your own drafts, newest first', response: { 200: DraftList } },
      config: { access: 'agent' },
    },
    async (request) => {
      const drafts = await api.workspaceQueries.listDrafts(signedIn(request).agent.id, null, MAX_SHOWN)
      return { items: drafts.map(draftView) }
    },
  )
}
