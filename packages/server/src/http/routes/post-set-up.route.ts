import { Session, SetUpBody } from '../contract/index.ts'
import { guessable } from '../limits.ts'
import { isAtTheMachine } from '../loopback.ts'
import type { Route } from '../route.ts'
import { writeSessionToken } from '../session/session-cookie.ts'
import { sessionView } from '../views/session-view.ts'

export const postSetUp: Route = (app, api) => {
  app.post(
    '/api/setup',
    {
      schema: {
        summary: 'Make the first account, the owner, and sign in',
        body: SetUpBody,
        response: { 201: Session },
      },
      config: { access: 'public', rateLimit: guessable },
    },
    async (request, reply) => {
      const { code = null, ...owner } = request.body
      const codeWaived = isAtTheMachine(request)
      const { token, agent } = await api.setUpDesk.execute({ ...owner, code, codeWaived })
      writeSessionToken(request, reply, token, api.facts.publicUrl)
      return reply.code(201).send(sessionView(agent, api.facts))
    },
  )
}
