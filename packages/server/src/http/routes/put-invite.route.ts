import { AcceptInviteBody, InviteParams, Session } from '../contract/index.ts'
import { guessable } from '../limits.ts'
import type { Route } from '../route.ts'
import { writeSessionToken } from '../session/session-cookie.ts'
import { sessionView } from '../views/session-view.ts'

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
      config: { access: 'public', rateLimit: guessable },
    },
    async (request, reply) => {
      const { token, agent } = await api.acceptInvite.execute({ ...request.params, ...request.body })
      writeSessionToken(request, reply, token, api.facts.publicUrl)
      return sessionView(agent, api.facts)
    },
  )
}
