import { Type } from 'typebox'
import { NumberParams, PageQuery, Timeline } from '../../contract/index.ts'
import { timelineItem } from '../../presenters/timeline-item.ts'
import type { Route } from '../../route.ts'
import { signedIn } from '../../session/signed-in.ts'
import { missingTicket } from './missing-ticket.ts'

const Query = Type.Object(PageQuery, { additionalProperties: false })

export const getMessages: Route = (app, api) => {
  app.get(
    '/api/tickets/:number/messages',
    {
      schema: {
        summary: 'Show the timeline of a ticket',
        description:
          'The newest page, oldest item first; nextCursor leads to older ones. A ticket that was merged into another ' +
          'answers 308 with the place of that one.',
        params: NumberParams,
        querystring: Query,
        response: { 200: Timeline },
      },
      config: { access: 'agent' },
    },
    async (request, reply) => {
      const { number } = request.params
      const { cursor = null, limit = 50 } = request.query
      const page = await api.ticketQueries.timeline(number, cursor, limit)
      if (page === null) throw missingTicket(number)
      const now = api.clock.now()
      // Nothing is left in a ticket that was merged.
      const row = page.items.length === 0 ? await api.ticketQueries.find(number, signedIn(request).agent.id, now) : null
      if (row?.mergedInto) return reply.redirect(`/api/tickets/${row.mergedInto}/messages`, 308)
      return { items: page.items.map((item) => timelineItem(item, now)), nextCursor: page.nextCursor }
    },
  )
}
