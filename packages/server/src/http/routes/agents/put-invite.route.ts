import { AcceptInviteBody, InviteParams, Session } from '../../contract/index.ts'
import { guessableBy } from '../../limits.ts'
import { sessionView } from '../../presenters/session-view.ts'
import type { Route } from '../../route.ts'
import { letBrowserIn } from '../../session/session-cookie.ts'
import { visitorOf } from '../../visitor.ts'

export const putInvite: Route = (app, api) => {
  app.put(
    '/api/invites/:token',
    {
      schema: {
        summary: 'Accept an invite by choosing a password, and sign in',
        params: InviteParams,
        body: AcceptInviteBody,
        response: { 200: Session },
      },
      config: { access: 'public', rateLimit: guessableBy(api) },
    },
    async (request, reply) => {
      const visitor = visitorOf(request)
      const entry = await api.acceptInvite.execute({ ...request.params, ...request.body, visitor })
      letBrowserIn(request, reply, entry, api.facts.publicUrl)
      return sessionView(entry.agent, api.facts)
    },
  )
}
