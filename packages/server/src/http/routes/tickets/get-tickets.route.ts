import { TicketList, TicketListQuery } from '../../contract/index.ts'
import { ticketSummary } from '../../presenters/ticket-summary.ts'
import type { Route } from '../../route.ts'
import { signedIn } from '../../session/signed-in.ts'

export const getTickets: Route = (app, api) => {
  app.get(
    '/api/tickets',
    {
      schema: {
        summary: 'List tickets',
        description: 'Waiting lists who has waited longest first, every other view the newest activity first.',
        querystring: TicketListQuery,
        response: { 200: TicketList },
      },
      config: { access: 'agent' },
    },
    async (request) => {
      const { view = 'open', q, tag = null, cursor, limit = 50 } = request.query
      const agentId = signedIn(request).agent.id
      const search = q?.trim() || null
      const page = await api.ticketQueries.list({
        agentId,
        view,
        search,
        tag,
        cursor: cursor ?? null,
        limit,
        now: api.clock.now(),
      })
      return { items: page.items.map(ticketSummary), nextCursor: page.nextCursor }
    },
  )
}
