import { Message, NoteBody, NumberParams } from '../../contract/index.ts'
import { messageView } from '../../presenters/message-view.ts'
import type { Route } from '../../route.ts'
import { signedIn } from '../../session/signed-in.ts'
import { readIdempotencyKey } from './idempotency-key.ts'

export const postNote: Route = (app, api) => {
  app.post(
    '/api/tickets/:number/notes',
    {
      schema: {
        summary: 'Add a note that never leaves the desk',
        description: 'With an Idempotency-Key header a repeated request adds one note.',
        params: NumberParams,
        body: NoteBody,
        response: { 201: Message },
      },
      config: { access: 'agent' },
    },
    async (request, reply) => {
      const { agent } = signedIn(request)
      const note = await api.addNote.execute({
        ticketNumber: request.params.number,
        agentId: agent.id,
        body: request.body.body,
        idempotencyKey: readIdempotencyKey(request.headers),
      })
      return reply.code(201).send(messageView(note, agent, api.clock.now()))
    },
  )
}
