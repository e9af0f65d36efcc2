import { sessionIdOf } from '@textdesk/core'
import { SessionList } from '../../contract/index.ts'
import { toIso } from '../../presenters/moment.ts'
import type { Route } from '../../route.ts'
import { signedIn } from '../../session/signed-in.ts'

export const getSessions: Route = (app, api) => {
  app.get(
    '/api/sessions',
    {
      schema: { summary: 'List where you are signed in', response: { 200: SessionList } },
      config: { access: 'agent' },
    },
    async (request) => {
      const { agent, session } = signedIn(request)
      const sessions = await api.listSessions.execute({ agentId: agent.id })
      const items = sessions.map((own) => ({
        id: sessionIdOf(own),
        label: own.label,
        createdAt: toIso(own.createdAt),
        lastSeenAt: toIso(own.lastSeenAt),
        current: own.tokenDigest === session.tokenDigest,
      }))
      return { items }
    },
  )
}
