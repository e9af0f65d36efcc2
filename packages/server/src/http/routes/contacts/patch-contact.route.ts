import { ChangeContactBody, Contact, IdParams } from '../../contract/index.ts'
import type { Route } from '../../route.ts'
import { signedIn } from '../../session/signed-in.ts'
import { showContact } from './show-contact.ts'

export const patchContact: Route = (app, api) => {
  app.patch(
    '/api/contacts/:id',
    {
      schema: {
        summary: 'Name a contact, or note something about it',
        params: IdParams,
        body: ChangeContactBody,
        response: { 200: Contact },
      },
      config: { access: 'agent' },
    },
    async (request) => {
      const contactId = request.params.id
      await api.changeContact.execute({ contactId, agentId: signedIn(request).agent.id, ...request.body })
      return showContact(api, contactId)
    },
  )
}
