import { Nothing, NumberParams, PresenceBody } from '../../contract/index.ts'
import type { Route } from '../../route.ts'
import { signedIn } from '../../session/signed-in.ts'
import { missingTicket } from './missing-ticket.ts'

export const putPresence: Route = (app, api) => {
  app.put(
    '/api/tickets/:number/presence',
    {
      schema: {
        summary: 'Say that you look at a ticket, and whether you write',
        description: 'To be said again every 10 s: you are forgotten after 25 s.',
        params: NumberParams,
        body: PresenceBody,
        response: { 204: Nothing },
      },
      config: { access: 'agent', keepsSession: false },
    },
    async (request, reply) => {
      const { agent } = signedIn(request)
      const ticketNumber = request.params.number
      const ticket = await api.ticketQueries.find(ticketNumber, agent.id, api.clock.now())
      if (ticket === null) throw missingTicket(ticketNumber)
      api.presence.see({ ticketNumber, agent, writing: request.body.writing })
      return reply.code(204).send(null)
    },
  )
}
