import { DomainError } from '@textdesk/core'
import { parsePhone } from '../../../phone/parse-phone.ts'
import { StartConversationBody, StartedConversation, TicketSummary } from '../../contract/index.ts'
import { ticketSummary } from '../../presenters/ticket-summary.ts'
import type { Route } from '../../route.ts'
import { signedIn } from '../../session/signed-in.ts'
import { missingTicket } from '../tickets/missing-ticket.ts'

export const postTicket: Route = (app, api) => {
  app.post(
    '/api/tickets',
    {
      schema: {
        summary: 'Start a conversation',
        description:
          '201 with the new ticket. 200 with the one that the customer has open already: then nothing is sent, and the ' +
          'text is your draft there, below what you may have begun to write.',
        body: StartConversationBody,
        response: { 200: StartedConversation, 201: TicketSummary },
      },
      config: { access: 'agent' },
    },
    async (request, reply) => {
      const { agent } = signedIn(request)
      const { phone, body, inboxId = null } = request.body
      const address = { kind: 'phone', value: readPhone(phone, api.facts.defaultCountry) } as const
      const started = await api.startConversation.execute({ agentId: agent.id, address, body, inboxId })
      const row = await api.ticketQueries.find(started.ticketNumber, agent.id, api.clock.now())
      if (row === null) throw missingTicket(started.ticketNumber)
      reply.header('location', `/api/tickets/${row.number}`)
      if (started.draft === null) return reply.code(201).send(ticketSummary(row))
      return reply.code(200).send({ ...ticketSummary(row), draft: { body: started.draft } })
    },
  )
}

function readPhone(typed: string, near: string | null): string {
  const phone = parsePhone(typed, near ?? undefined)
  if (phone !== null) return phone
  const detail = "This isn't a phone number. Write it with its country code, e.g. +1 202 555 0123."
  throw new DomainError('invalid-input', detail, { field: 'phone' })
}
