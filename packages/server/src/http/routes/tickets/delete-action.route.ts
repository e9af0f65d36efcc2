import { ActionParams, UndoneAction } from '../../contract/index.ts'
import type { Route } from '../../route.ts'
import { signedIn } from '../../session/signed-in.ts'

export const deleteAction: Route = (app, api) => {
  app.delete(
    '/api/tickets/:number/actions/:key',
    {
      schema: {
        summary: 'Undo what was just done to a ticket',
        description:
          'For closing, reopening, assigning, snoozing, waking and tagging with an Undo-Key header, within an hour. The ' +
          'ticket is as it was, but for what somebody else changed since. 409 ticket-changed when they changed the same ' +
          'thing, newer-message when something unread would go out of sight, other-ticket-open.',
        params: ActionParams,
        response: { 200: UndoneAction },
      },
      config: { access: 'agent' },
    },
    async (request) => {
      const { number: ticketNumber, key } = request.params
      return api.undoAction.execute({ ticketNumber, agentId: signedIn(request).agent.id, key })
    },
  )
}
