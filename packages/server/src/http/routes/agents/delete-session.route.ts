import { Nothing } from '../../contract/index.ts'
import type { Route } from '../../route.ts'
import { forgetBrowser } from '../../session/forget-browser.ts'
import { readSessionToken } from '../../session/session-cookie.ts'

export const deleteSession: Route = (app, api) => {
  app.delete(
    '/api/session',
    {
      schema: { summary: 'Sign out', response: { 204: Nothing } },
      // Whose session has ended already must be able to get rid of the cookie too.
      config: { access: 'public' },
    },
    async (request, reply) => {
      const token = readSessionToken(request)
      if (token !== null) await api.signOut.execute({ token })
      forgetBrowser(request, reply, api.facts.publicUrl)
      return reply.code(204).send(null)
    },
  )
}
