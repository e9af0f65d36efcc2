import { Message, NumberParams, ReplyBody } from '../../contract/index.ts'
import { messageView } from '../../presenters/message-view.ts'
import type { Route } from '../../route.ts'
import { signedIn } from '../../session/signed-in.ts'
import { requireIdempotencyKey } from './idempotency-key.ts'

export const postReply: Route = (app, api) => {
  app.post(
    '/api/tickets/:number/replies',
    {
      schema: {
        summary: 'Reply to the customer',
        description:
          'Needs an Idempotency-Key header. The text is held for some seconds, in which it can be undone, then sent. ' +
          '409 newer-message when something came after seenMessageId.',
        params: NumberParams,
        body: ReplyBody,
        response: { 202: Message },
      },
      config: { access: 'agent' },
    },
    async (request, reply) => {
      const { agent } = signedIn(request)
      const { body, seenMessageId = null, sendNow = false } = request.body
      const message = await api.replyToTicket.execute({
        ticketNumber: request.params.number,
        agentId: agent.id,
        body,
        seenMessageId,
        sendNow,
        idempotencyKey: requireIdempotencyKey(request.headers),
      })
      return reply.code(202).send(messageView(message, agent, api.clock.now()))
    },
  )
}
