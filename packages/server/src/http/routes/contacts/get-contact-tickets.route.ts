import { ContactTicketsQuery, IdParams, TicketList } from '../../contract/index.ts'
import { ticketSummary } from '../../presenters/ticket-summary.ts'
import type { Route } from '../../route.ts'
import { signedIn } from '../../session/signed-in.ts'
import { showContact } from './show-contact.ts'

export const getContactTickets: Route = (app, api) => {
  app.get(
    '/api/contacts/:id/tickets',
    {
      schema: {
        summary: 'List the tickets of a contact, the newest activity first',
        params: IdParams,
        querystring: ContactTicketsQuery,
        response: { 200: TicketList },
      },
      config: { access: 'agent' },
    },
    async (request) => {
      const { id: contactId } = await showContact(api, request.params.id)
      const { cursor = null, limit = 50 } = request.query
      const agentId = signedIn(request).agent.id
      const now = api.clock.now()
      const page = await api.ticketQueries.list({ agentId, view: 'all', contactId, search: null, cursor, limit, now })
      return { items: page.items.map(ticketSummary), nextCursor: page.nextCursor }
    },
  )
}
