import { DomainError } from '@textdesk/core'
import { DeliveryHistory, NumberAndIdParams } from '../../contract/index.ts'
import { deliveryHistoryView } from '../../presenters/delivery-history-view.ts'
import type { Route } from '../../route.ts'

export const getReplyHistory: Route = (app, api) => {
  app.get(
    '/api/tickets/:number/replies/:id/history',
    {
      schema: {
        summary: 'Show what happened to an outgoing text',
        description: 'Every attempt to hand it over and every delivery report, automatic texts included.',
        params: NumberAndIdParams,
        response: { 200: DeliveryHistory },
      },
      config: { access: 'agent' },
    },
    async (request) => {
      const { number, id } = request.params
      const history = await api.ticketQueries.deliveryHistory(number, id)
      if (history === null) throw new DomainError('not-found', `Ticket ${number} has no such outgoing text.`)
      return deliveryHistoryView(history)
    },
  )
}
