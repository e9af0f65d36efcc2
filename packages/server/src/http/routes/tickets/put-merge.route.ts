import { MergeBody, NumberParams, TicketNumber } from '../../contract/index.ts'
import type { Route } from '../../route.ts'
import { signedIn } from '../../session/signed-in.ts'

export const putMerge: Route = (app, api) => {
  app.put(
    '/api/tickets/:number/merge',
    {
      schema: {
        summary: 'Merge a ticket into another of the same customer and inbox',
        description:
          'Its number leads to the other one from then on. Where that one was merged itself, the merge follows. 409 ' +
          'not-mergeable for tickets that do not belong together.',
        params: NumberParams,
        body: MergeBody,
        response: { 200: TicketNumber },
      },
      config: { access: 'agent' },
    },
    async (request) => {
      const { into } = request.body
      const agentId = signedIn(request).agent.id
      const merged = await api.mergeTickets.execute({ ticketNumber: request.params.number, into, agentId })
      return { number: merged.ticketNumber }
    },
  )
}
