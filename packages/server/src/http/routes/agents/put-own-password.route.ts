import { ChangePasswordBody, Nothing } from '../../contract/index.ts'
import { guessable } from '../../limits.ts'
import type { Route } from '../../route.ts'
import { readDeviceToken } from '../../session/session-cookie.ts'
import { signedIn } from '../../session/signed-in.ts'

export const putOwnPassword: Route = (app, api) => {
  app.put(
    '/api/agents/me/password',
    {
      schema: {
        summary: 'Change your own password; your other sessions end',
        body: ChangePasswordBody,
        response: { 204: Nothing },
      },
      config: { access: 'agent', rateLimit: guessable },
    },
    async (request, reply) => {
      const { agent, session } = signedIn(request)
      const asking = { agentId: agent.id, sessionDigest: session.tokenDigest, deviceToken: readDeviceToken(request) }
      await api.changeOwnPassword.execute({ ...asking, ...request.body })
      return reply.code(204).send(null)
    },
  )
}
