import type { Erasure } from '@textdesk/core'
import { sql } from 'kysely'
import { isHeld, isLeased } from '../predicates.ts'
import { query } from '../query.ts'
import type { QuerySession } from '../query-session.ts'

/** Tags, drafts, attempts and search go with the rows they belong to: by foreign keys and by triggers. */
export class KyselyErasure implements Erasure {
  readonly #session: QuerySession

  constructor(session: QuerySession) {
    this.#session = session
  }

  async isTextLeaving(contactId: string): Promise<boolean> {
    return (await this.#session.first(leavingTo, { contactId })) !== undefined
  }

  async eraseMessages(contactId: string, limit: number): Promise<number> {
    const messages = await this.#session.all(messagesOf, { contactId, limit })
    for (const { id } of messages) {
      await this.#session.run(removeReports, { messageId: id })
      await this.#session.run(removeMessage, { id })
    }
    return messages.length
  }

  async eraseContact(contactId: string): Promise<number[]> {
    const tickets = await this.#session.all(ticketsOf, { contactId })
    for (const { number } of tickets) {
      for (const removal of [removeActivity, removeReads, removeTicket]) await this.#session.run(removal, { number })
    }
    await this.#session.run(removeHeldReports, { contactId })
    await this.#session.run(removeContact, { contactId })
    return tickets.map(({ number }) => number)
  }
}

const leavingTo = query((db, p: { contactId: string }) =>
  db
    .selectFrom('messages')
    .select('id')
    .where('contact_id', '=', p.contactId)
    .where(isLeased)
    .where('delivery_state', '=', 'dispatching')
    .limit(1),
)

const messagesOf = query((db, p: { contactId: string; limit: number }) =>
  db.selectFrom('messages').select('id').where('contact_id', '=', p.contactId).limit(p.limit),
)

const ticketsOf = query((db, p: { contactId: string }) =>
  db.selectFrom('tickets').select('number').where('contact_id', '=', p.contactId),
)

export const removeReports = query((db, p: { messageId: string }) =>
  db.deleteFrom('delivery_reports').where('message_id', '=', p.messageId),
)

/** Those that mention the contact's number. */
export const removeHeldReports = query((db, p: { contactId: string }) =>
  db
    .deleteFrom('delivery_reports')
    .where(isHeld)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('contacts')
          .select('contacts.id')
          .where('contacts.id', '=', p.contactId)
          .where('contacts.kind', '=', 'phone')
          .where((of) =>
            of.or([
              of('delivery_reports.recipient', '=', of.ref('contacts.address')),
              sql<boolean>`delivery_reports.raw like '%' || replace(contacts.address, '+', '') || '%'`,
              // Under whichever spelling: without the country's code, the digits are the same.
              sql<boolean>`delivery_reports.recipient like '%' || substr(contacts.identity, 4)`,
              sql<boolean>`delivery_reports.raw like '%' || substr(contacts.identity, 4) || '%'`,
            ]),
          ),
      ),
    ),
)

export const removeMessage = query((db, p: { id: string }) => db.deleteFrom('messages').where('id', '=', p.id))

export const removeActivity = query((db, p: { number: number }) =>
  db.deleteFrom('activity').where('ticket_number', '=', p.number),
)

export const removeReads = query((db, p: { number: number }) =>
  db.deleteFrom('ticket_reads').where('ticket_number', '=', p.number),
)

export const removeTicket = query((db, p: { number: number }) =>
  db.deleteFrom('tickets').where('number', '=', p.number),
)

export const removeContact = query((db, p: { contactId: string }) =>
  db.deleteFrom('contacts').where('id', '=', p.contactId),
)
