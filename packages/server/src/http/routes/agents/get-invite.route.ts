import { InviteInfo, InviteParams } from '../../contract/index.ts'
import { guessableBy } from '../../limits.ts'
import type { Route } from '../../route.ts'

export const getInvite: Route = (app, api) => {
  app.get(
    '/api/invites/:token',
    {
      schema: { summary: 'Whom an invite is for', params: InviteParams, response: { 200: InviteInfo } },
      config: { access: 'public', rateLimit: guessableBy(api) },
    },
    async (request) => {
      const { name, email } = await api.readInvite.execute(request.params)
      return { name, email }
    },
  )
}
