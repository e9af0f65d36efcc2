import { Session } from '../../contract/index.ts'
import { sessionView } from '../../presenters/session-view.ts'
import type { Route } from '../../route.ts'
import { signedIn } from '../../session/signed-in.ts'

export const getSession: Route = (app, api) => {
  app.get(
    '/api/session',
    {
      schema: { summary: 'Who is signed in', response: { 200: Session } },
      config: { access: 'agent' },
    },
    async (request) => sessionView(signedIn(request).agent, api.facts),
  )
}
