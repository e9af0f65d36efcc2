import { Nothing } from '../../contract/index.ts'
import type { Route } from '../../route.ts'
import { forgetBrowser } from '../../session/forget-browser.ts'
import { clearDeviceToken } from '../../session/session-cookie.ts'
import { signedIn } from '../../session/signed-in.ts'

export const deleteOwnSessions: Route = (app, api) => {
  app.delete(
    '/api/sessions',
    {
      schema: {
        summary: 'Sign out everywhere, here too',
        description: 'Open pages end within a second, and no browser is known any more.',
        response: { 204: Nothing },
      },
      config: { access: 'agent' },
    },
    async (request, reply) => {
      await api.endSessions.execute({ agentId: signedIn(request).agent.id, sessionId: null })
      forgetBrowser(request, reply, api.facts.publicUrl)
      clearDeviceToken(request, reply, api.facts.publicUrl)
      return reply.code(204).send(null)
    },
  )
}
