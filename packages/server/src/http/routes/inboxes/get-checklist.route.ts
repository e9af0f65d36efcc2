import { checklist, DomainError, isPractice } from '@textdesk/core'
import { Checklist, IdParams } from '../../contract/index.ts'
import { checklistView } from '../../presenters/checklist-view.ts'
import type { Route } from '../../route.ts'

export const getChecklist: Route = (app, api) => {
  app.get(
    '/api/inboxes/:id/checklist',
    {
      schema: {
        summary: 'What a number still needs to be live',
        description: 'Asks the provider about the account and calls PUBLIC_URL, each at most every 5 to 30 seconds.',
        params: IdParams,
        response: { 200: Checklist },
      },
      config: { access: 'owner' },
    },
    async (request) => {
      const listed = (await api.deskQueries.listInboxes()).find(({ inbox }) => inbox.id === request.params.id)
      if (!listed) throw new DomainError('not-found', "This inbox isn't here.")
      const { inbox } = listed
      const { account, address } = api.instruments
      const [accountReading, addressReading, firstTextAt] = await Promise.all([
        isPractice(inbox) ? null : (account?.read() ?? null),
        address.read(),
        api.systemQueries.firstTextAt(inbox.id),
      ])
      const { moved, lastTakenAt, lastRefusal } = api.deskFigures.all.webhooks
      const { publicUrl } = api.facts
      const readings = { account: accountReading, address: addressReading, firstTextAt }
      return checklistView(inbox, checklist({ inbox, publicUrl, moved, lastTakenAt, lastRefusal, ...readings }))
    },
  )
}
