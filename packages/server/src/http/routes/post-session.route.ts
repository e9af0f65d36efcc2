import { Session, SignInBody } from '../contract/index.ts'
import { guessable } from '../limits.ts'
import { networkAddress } from '../network-address.ts'
import type { Route } from '../route.ts'
import { readSessionToken, writeSessionToken } from '../session/session-cookie.ts'
import { sessionView } from '../views/session-view.ts'

export const postSession: Route = (app, api) => {
  app.post(
    '/api/session',
    {
      schema: { summary: 'Sign in', body: SignInBody, response: { 200: Session } },
      config: { access: 'public', rateLimit: guessable },
    },
    async (request, reply) => {
      const previousToken = readSessionToken(request)
      const attempt = { ...request.body, networkAddress: networkAddress(request), previousToken }
      const { token, agent } = await api.signIn.execute(attempt)
      writeSessionToken(request, reply, token, api.facts.publicUrl)
      return sessionView(agent, api.facts)
    },
  )
}
