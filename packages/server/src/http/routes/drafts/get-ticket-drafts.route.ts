import { DraftList, NumberParams } from '../../contract/index.ts'
import { draftView } from '../../presenters/draft-view.ts'
import type { Route } from '../../route.ts'
import { signedIn } from '../../session/signed-in.ts'

const MODES = 2

export const getTicketDrafts: Route = (app, api) => {
  app.get(
    '/api/drafts/:number',
    {
      schema: {
        summary: 'Show your own drafts in a ticket: a reply, a note, both or none',
        params: NumberParams,
        response: { 200: DraftList },
      },
      config: { access: 'agent' },
    },
    async (request) => {
      const drafts = await api.workspaceQueries.listDrafts(signedIn(request).agent.id, request.params.number, MODES)
      return { items: drafts.map(draftView) }
    },
  )
}
