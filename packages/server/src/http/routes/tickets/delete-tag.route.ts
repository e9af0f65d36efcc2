import { TagParams, Tags } from '../../contract/index.ts'
import type { Route } from '../../route.ts'
import { signedIn } from '../../session/signed-in.ts'
import { readUndoKey } from './undo-key.ts'

export const deleteTag: Route = (app, api) => {
  app.delete(
    '/api/tickets/:number/tags/:tag',
    {
      schema: {
        summary: 'Take one tag off a ticket',
        description: 'The tag is URL-encoded, however it is spelled. The others stay, whoever changes them meanwhile.',
        params: TagParams,
        response: { 200: Tags },
      },
      config: { access: 'agent' },
    },
    async (request) => {
      const { number: ticketNumber, tag } = request.params
      const by = { agentId: signedIn(request).agent.id, undoKey: readUndoKey(request.headers) }
      const tags = await api.removeTag.execute({ ...by, ticketNumber, tag })
      return { tags: [...tags] }
    },
  )
}
