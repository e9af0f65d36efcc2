import { Type } from 'typebox'
import { NumberParams, PageQuery, Timeline } from '../contract/index.ts'
import type { Route } from '../route.ts'
import { timelineItem } from '../views/timeline-item.ts'
import { missingTicket } from './missing-ticket.ts'

const Query = Type.Object(PageQuery, { additionalProperties: false })

export const getMessages: Route = (app, api) => {
  app.get(
    '/api/tickets/:number/messages',
    {
      schema: {
        summary: 'Show the timeline of a ticket',
        description: 'The newest page, oldest item first; nextCursor leads to older ones.',
        params: NumberParams,
        querystring: Query,
        response: { 200: Timeline },
      },
      config: { access: 'agent' },
    },
    async (request) => {
      const { number } = request.params
      const { cursor = null, limit = 50 } = request.query
      const page = await api.ticketQueries.timeline(number, cursor, limit)
      if (page === null) throw missingTicket(number)
      const now = api.clock.now()
      return { items: page.items.map((item) => timelineItem(item, now)), nextCursor: page.nextCursor }
    },
  )
}
