import { sessionIdOf } from '@textdesk/core'
import { IdParams, Nothing } from '../../contract/index.ts'
import type { Route } from '../../route.ts'
import { forgetBrowser } from '../../session/forget-browser.ts'
import { signedIn } from '../../session/signed-in.ts'

export const deleteOwnSession: Route = (app, api) => {
  app.delete(
    '/api/sessions/:id',
    {
      schema: { summary: 'Sign out where one of your sessions is', params: IdParams, response: { 204: Nothing } },
      config: { access: 'agent' },
    },
    async (request, reply) => {
      const { agent, session } = signedIn(request)
      await api.endSessions.execute({ agentId: agent.id, sessionId: request.params.id })
      if (request.params.id === sessionIdOf(session)) forgetBrowser(request, reply, api.facts.publicUrl)
      return reply.code(204).send(null)
    },
  )
}
