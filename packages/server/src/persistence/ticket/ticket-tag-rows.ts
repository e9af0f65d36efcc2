import { type Ticket, tagKey } from '@textdesk/core'
import { query } from '../query.ts'
import type { QuerySession } from '../query-session.ts'

/** Keeps the rows by which the list of one tag is read in step with the tickets. */
export class TicketTagRows {
  readonly #session: QuerySession

  constructor(session: QuerySession) {
    this.#session = session
  }

  /** `changed` are the columns of the ticket that were written just now. */
  async follow(ticket: Ticket, changed: readonly string[]): Promise<void> {
    if (changed.includes('tags')) await this.replace(ticket)
    else if (changed.includes('updated_at') && ticket.tags.length > 0) {
      await this.#session.run(moveAll, { ticketNumber: ticket.number, updatedAt: ticket.updatedAt })
    }
  }

  async replace({ number: ticketNumber, tags, updatedAt }: Ticket): Promise<void> {
    await this.#session.run(removeAll, { ticketNumber })
    for (const tag of tags) await this.#session.run(insert, { ticketNumber, tag, key: tagKey(tag), updatedAt })
  }
}

const removeAll = query((db, p: { ticketNumber: number }) =>
  db.deleteFrom('ticket_tags').where('ticket_number', '=', p.ticketNumber),
)

const insert = query((db, p: { ticketNumber: number; tag: string; key: string; updatedAt: number }) =>
  db
    .insertInto('ticket_tags')
    .values({ ticket_number: p.ticketNumber, tag: p.tag, key: p.key, updated_at: p.updatedAt }),
)

const moveAll = query((db, p: { ticketNumber: number; updatedAt: number }) =>
  db.updateTable('ticket_tags').set({ updated_at: p.updatedAt }).where('ticket_number', '=', p.ticketNumber),
)
