import { DomainError } from '@textdesk/core'
import { ChangeInboxBody, IdParams, Inbox } from '../../contract/index.ts'
import type { Route } from '../../route.ts'
import { signedIn } from '../../session/signed-in.ts'
import { listInboxes } from './list-inboxes.ts'

export const patchInbox: Route = (app, api) => {
  app.patch(
    '/api/inboxes/:id',
    {
      schema: { summary: 'Change an inbox', params: IdParams, body: ChangeInboxBody, response: { 200: Inbox } },
      config: { access: 'owner' },
    },
    async (request) => {
      const inboxId = request.params.id
      await api.changeInbox.execute({ inboxId, agentId: signedIn(request).agent.id, ...request.body })
      const changed = (await listInboxes(api)).find(({ id }) => id === inboxId)
      if (!changed) throw new DomainError('not-found', "This inbox isn't here any more.")
      return changed
    },
  )
}
