import { PlaceOfTag, TagParams, Tags } from '../../contract/index.ts'
import { optionalBody } from '../../optional-body.ts'
import type { Route } from '../../route.ts'
import { signedIn } from '../../session/signed-in.ts'
import { readUndoKey } from './undo-key.ts'

export const putTag: Route = (app, api) => {
  app.put(
    '/api/tickets/:number/tags/:tag',
    {
      schema: {
        summary: 'Give a ticket one tag more',
        description: 'The tag is URL-encoded. The others stay, whoever changes them meanwhile.',
        params: TagParams,
        body: PlaceOfTag,
        response: { 200: Tags },
      },
      config: { access: 'agent' },
      preValidation: optionalBody,
    },
    async (request) => {
      const { number: ticketNumber, tag } = request.params
      const by = { agentId: signedIn(request).agent.id, undoKey: readUndoKey(request.headers) }
      const tags = await api.addTag.execute({ ...by, ticketNumber, tag, place: request.body.place })
      return { tags: [...tags] }
    },
  )
}
