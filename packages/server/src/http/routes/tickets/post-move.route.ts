import { NumberAndIdParams, TicketNumber } from '../../contract/index.ts'
import type { Route } from '../../route.ts'
import { signedIn } from '../../session/signed-in.ts'

export const postMove: Route = (app, api) => {
  app.post(
    '/api/tickets/:number/messages/:id/move',
    {
      schema: {
        summary: 'Split a ticket at a text',
        description:
          'The text and what came after it go to a new ticket, and this one is closed. From a closed ticket they go to the ' +
          "customer's open one, if there is one. 409 not-movable for what is no text from the customer, nothing-stays for " +
          'the text a ticket begins with.',
        params: NumberAndIdParams,
        response: { 200: TicketNumber },
      },
      config: { access: 'agent' },
    },
    async (request) => {
      const { number: ticketNumber, id: messageId } = request.params
      const moved = await api.moveText.execute({ ticketNumber, messageId, agentId: signedIn(request).agent.id })
      return { number: moved.ticketNumber }
    },
  )
}
