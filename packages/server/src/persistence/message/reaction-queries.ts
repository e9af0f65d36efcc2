import { query } from '../query.ts'
import { reactionTextFields } from './reaction-row.ts'

export const reactionsOf = query((db, p: { contactId: string }) =>
  db
    .selectFrom('reactions')
    .innerJoin('messages', 'messages.id', 'reactions.message_id')
    .select(reactionTextFields.map((field) => `reactions.${field}` as const))
    .select('messages.ticket_number')
    .where('reactions.contact_id', '=', p.contactId)
    .orderBy('reactions.at')
    .orderBy('reactions.id'),
)
