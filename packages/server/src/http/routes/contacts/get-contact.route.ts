import { Contact, IdParams } from '../../contract/index.ts'
import type { Route } from '../../route.ts'
import { showContact } from './show-contact.ts'

export const getContact: Route = (app, api) => {
  app.get(
    '/api/contacts/:id',
    {
      schema: { summary: 'Show a contact', params: IdParams, response: { 200: Contact } },
      config: { access: 'agent' },
    },
    async (request) => showContact(api, request.params.id),
  )
}
