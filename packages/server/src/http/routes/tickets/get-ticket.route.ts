import { NumberParams, TicketSummary } from '../../contract/index.ts'
import { ticketSummary } from '../../presenters/ticket-summary.ts'
import type { Route } from '../../route.ts'
import { signedIn } from '../../session/signed-in.ts'
import { missingTicket } from './missing-ticket.ts'

export const getTicket: Route = (app, api) => {
  app.get(
    '/api/tickets/:number',
    {
      schema: {
        summary: 'Show a ticket',
        description: 'A ticket that was merged into another answers 308 with the place of that one.',
        params: NumberParams,
        response: { 200: TicketSummary },
      },
      config: { access: 'agent' },
    },
    async (request, reply) => {
      const { number } = request.params
      const row = await api.ticketQueries.find(number, signedIn(request).agent.id, api.clock.now())
      if (row === null) throw missingTicket(number)
      if (row.mergedInto !== null) return reply.redirect(`/api/tickets/${row.mergedInto}`, 308)
      return ticketSummary(row)
    },
  )
}
