import { Type } from 'typebox'
import { ContactExport, ContactExportQuery, IdParams } from '../../contract/index.ts'
import { contactCsv } from '../../presenters/contact-csv.ts'
import { contactExportView } from '../../presenters/contact-export-view.ts'
import type { Route } from '../../route.ts'
import { signedIn } from '../../session/signed-in.ts'

export const getContactExport: Route = (app, api) => {
  app.get(
    '/api/contacts/:id/export',
    {
      schema: {
        summary: 'Download everything the desk knows about a contact',
        description: 'As JSON the contact with every ticket and its timeline, as CSV the messages.',
        params: IdParams,
        querystring: ContactExportQuery,
        response: {
          200: {
            description: 'A file',
            content: { 'application/json': { schema: ContactExport }, 'text/csv': { schema: Type.String() } },
          },
        },
      },
      config: { access: 'agent' },
    },
    async (request, reply) => {
      const { format = 'json' } = request.query
      const contactId = request.params.id
      const exported = await api.exportContact.execute({ contactId, agentId: signedIn(request).agent.id })
      reply.header('content-disposition', `attachment; filename="contact-${exported.contact.contact.id}.${format}"`)
      return format === 'csv'
        ? reply.type('text/csv; charset=utf-8').send(contactCsv(exported))
        : reply.type('application/json; charset=utf-8').send(contactExportView(exported, api.clock.now()))
    },
  )
}
