import { Message, NumberAndIdParams } from '../../contract/index.ts'
import { messageView } from '../../presenters/message-view.ts'
import type { Route } from '../../route.ts'
import { signedIn } from '../../session/signed-in.ts'

export const postResend: Route = (app, api) => {
  app.post(
    '/api/tickets/:number/replies/:id/resend',
    {
      schema: {
        summary: 'Send a failed or uncertain reply again, as a new message',
        params: NumberAndIdParams,
        response: { 202: Message },
      },
      config: { access: 'agent' },
    },
    async (request, reply) => {
      const { agent } = signedIn(request)
      const { number, id } = request.params
      const message = await api.resendReply.execute({ ticketNumber: number, messageId: id, agentId: agent.id })
      return reply.code(202).send(messageView(message, agent, api.clock.now()))
    },
  )
}
