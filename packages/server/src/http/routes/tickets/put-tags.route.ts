import { NumberParams, Tags, TagsBody } from '../../contract/index.ts'
import type { Route } from '../../route.ts'
import { signedIn } from '../../session/signed-in.ts'
import { readUndoKey } from './undo-key.ts'

export const putTags: Route = (app, api) => {
  app.put(
    '/api/tickets/:number/tags',
    {
      schema: {
        summary: 'Give a ticket these tags and no others',
        params: NumberParams,
        body: TagsBody,
        response: { 200: Tags },
      },
      config: { access: 'agent' },
    },
    async (request) => {
      const tags = await api.tagTicket.execute({
        ...{ ticketNumber: request.params.number, agentId: signedIn(request).agent.id, tags: request.body.tags },
        undoKey: readUndoKey(request.headers),
      })
      return { tags: [...tags] }
    },
  )
}
