import type { PracticeRepository } from '@textdesk/core'
import {
  removeActivity,
  removeContact,
  removeHeldReports,
  removeMessage,
  removeReads,
  removeReports,
  removeTicket,
} from '../contact/kysely-erasure.ts'
import { query } from '../query.ts'
import type { QuerySession } from '../query-session.ts'

/** Tags, drafts, attempts and search go with the rows they belong to: by foreign keys and by triggers. */
export class KyselyPracticeRepository implements PracticeRepository {
  readonly #session: QuerySession

  constructor(session: QuerySession) {
    this.#session = session
  }

  async lastTicketNumber(): Promise<number> {
    const last = await this.#session.first(lastNumber, {})
    return last?.number ?? 0
  }

  async listTickets(inboxId: string, from: number, to: number): Promise<number[]> {
    const tickets = await this.#session.all(ticketsBetween, { inboxId, from, to })
    return tickets.map(({ number }) => number)
  }

  async removeMessages(ticketNumber: number, limit: number): Promise<number> {
    const messages = await this.#session.all(messagesOf, { ticketNumber, limit })
    for (const { id } of messages) {
      await this.#session.run(removeReports, { messageId: id })
      await this.#session.run(removeMessage, { id })
    }
    return messages.length
  }

  async removeTicket(ticketNumber: number): Promise<{ contactRemoved: boolean }> {
    const ticket = await this.#session.first(contactOf, { ticketNumber })
    for (const removal of [removeActivity, removeReads, removeTicket]) {
      await this.#session.run(removal, { number: ticketNumber })
    }
    if (!ticket || (await this.#session.first(oneTicketOf, ticket))) return { contactRemoved: false }
    await this.#session.run(removeHeldReports, ticket)
    return { contactRemoved: (await this.#session.run(removeContact, ticket)) === 1 }
  }

  async removeOptOuts(inboxId: string): Promise<void> {
    await this.#session.run(removeOptOutsOf, { inboxId })
  }
}

const lastNumber = query((db, _: object) =>
  db.selectFrom('tickets').select('number').orderBy('number', 'desc').limit(1),
)

const ticketsBetween = query((db, p: { inboxId: string; from: number; to: number }) =>
  db
    .selectFrom('tickets')
    .select('number')
    .where('number', '>=', p.from)
    .where('number', '<=', p.to)
    .where('inbox_id', '=', p.inboxId)
    .orderBy('number'),
)

const messagesOf = query((db, p: { ticketNumber: number; limit: number }) =>
  db.selectFrom('messages').select('id').where('ticket_number', '=', p.ticketNumber).orderBy('seq').limit(p.limit),
)

const contactOf = query((db, p: { ticketNumber: number }) =>
  db.selectFrom('tickets').select('contact_id as contactId').where('number', '=', p.ticketNumber),
)

const oneTicketOf = query((db, p: { contactId: string }) =>
  db.selectFrom('tickets').select('number').where('contact_id', '=', p.contactId).limit(1),
)

const removeOptOutsOf = query((db, p: { inboxId: string }) =>
  db.deleteFrom('opt_outs').where('inbox_id', '=', p.inboxId),
)
