import { PhoneMessages, PhoneParams } from '../../contract/index.ts'
import { toIso } from '../../presenters/moment.ts'
import type { Route } from '../../route.ts'
import { simulatedInbox } from './simulated-inbox.ts'

const MAX_MESSAGES = 200

export const getPhoneMessages: Route = (app, api) => {
  app.get(
    '/api/simulator/phones/:number/messages',
    {
      schema: {
        summary: 'Show what a simulated phone has on its screen',
        params: PhoneParams,
        response: { 200: PhoneMessages },
      },
      config: { access: 'agent' },
    },
    async (request) => {
      const inbox = await simulatedInbox(api)
      const messages = await api.deskQueries.listPhoneMessages(inbox.id, request.params.number, MAX_MESSAGES)
      const items = messages.map(({ id, direction, body, at }) => ({ id, direction, body, at: toIso(at) }))
      return { inboxNumber: inbox.number, items }
    },
  )
}
