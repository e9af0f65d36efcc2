import { Session, SignInBody } from '../../contract/index.ts'
import { guessableBy } from '../../limits.ts'
import { sessionView } from '../../presenters/session-view.ts'
import type { Route } from '../../route.ts'
import { letBrowserIn, readSessionToken } from '../../session/session-cookie.ts'
import { visitorOf } from '../../visitor.ts'

export const postSession: Route = (app, api) => {
  app.post(
    '/api/session',
    {
      schema: { summary: 'Sign in', body: SignInBody, response: { 200: Session } },
      config: { access: 'public', rateLimit: guessableBy(api) },
    },
    async (request, reply) => {
      const previousToken = readSessionToken(request)
      const entry = await api.signIn.execute({ ...request.body, ...visitorOf(request), previousToken })
      letBrowserIn(request, reply, entry, api.facts.publicUrl)
      return sessionView(entry.agent, api.facts)
    },
  )
}
