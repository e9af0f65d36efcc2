import { CannedReplyList } from '../../contract/index.ts'
import { cannedReplyView } from '../../presenters/canned-reply-view.ts'
import type { Route } from '../../route.ts'

export const getCannedReplies: Route = (app, api) => {
  app.get(
    '/api/canned-replies',
    {
      schema: { summary: 'List the canned replies by shortcut', response: { 200: CannedReplyList } },
      config: { access: 'agent' },
    },
    async () => ({ items: (await api.workspaceQueries.listCannedReplies()).map(cannedReplyView) }),
  )
}
