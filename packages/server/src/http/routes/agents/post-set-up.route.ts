import { Session, SetUpBody } from '../../contract/index.ts'
import { guessableBy } from '../../limits.ts'
import { isAtTheMachine } from '../../loopback.ts'
import { sessionView } from '../../presenters/session-view.ts'
import type { Route } from '../../route.ts'
import { letBrowserIn } from '../../session/session-cookie.ts'
import { visitorOf } from '../../visitor.ts'

export const postSetUp: Route = (app, api) => {
  app.post(
    '/api/setup',
    {
      schema: {
        summary: 'Make the first account, the owner, and sign in',
        body: SetUpBody,
        response: { 201: Session },
      },
      config: { access: 'public', rateLimit: guessableBy(api) },
    },
    async (request, reply) => {
      const { code = null, ...owner } = request.body
      const codeWaived = api.facts.localOnly && isAtTheMachine(request)
      const entry = await api.setUpDesk.execute({ ...owner, code, codeWaived, visitor: visitorOf(request) })
      letBrowserIn(request, reply, entry, api.facts.publicUrl)
      return reply.code(201).send(sessionView(entry.agent, api.facts))
    },
  )
}
