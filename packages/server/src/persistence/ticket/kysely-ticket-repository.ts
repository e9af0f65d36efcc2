import { DomainError, type NewTicket, type Ticket, type TicketRepository } from '@textdesk/core'
import { pick, query } from '../query.ts'
import { expectOneRow, type QuerySession, UniqueViolation } from '../query-session.ts'
import { QueriesByFields, RowMemory } from '../row-memory.ts'
import {
  assignedTo,
  assignedToDisabled,
  byNumber,
  current,
  dueToWake,
  firstToWakeAfter,
  newestClosed,
} from './ticket-locks.ts'
import { fromTicket, type NewTicketRecord, type TicketRecord, ticketFields, toTicket } from './ticket-row.ts'
import { TicketTagRows } from './ticket-tag-rows.ts'

export class KyselyTicketRepository implements TicketRepository {
  readonly #session: QuerySession
  readonly #tags: TicketTagRows
  readonly #known = new RowMemory<number, NewTicketRecord>(ticketFields)

  constructor(session: QuerySession) {
    this.#session = session
    this.#tags = new TicketTagRows(session)
  }

  async find(number: number): Promise<Ticket | null> {
    return this.#read(await this.#session.first(byNumber, { number }))
  }

  async findCurrent(inboxId: string, contactId: string): Promise<Ticket | null> {
    return this.#read(await this.#session.first(current, { inboxId, contactId }))
  }

  async findNewestClosed(inboxId: string, contactId: string): Promise<Ticket | null> {
    return this.#read(await this.#session.first(newestClosed, { inboxId, contactId }))
  }

  async findDueToWake(now: number, limit: number): Promise<Ticket[]> {
    const rows = await this.#session.all(dueToWake, { now, limit })
    return rows.map((row) => this.#remember(row))
  }

  async nextWakeAt(now: number): Promise<number | null> {
    const row = await this.#session.first(firstToWakeAfter, { now })
    return row?.snoozed_until ?? null
  }

  async findAssigned(agentId: string, limit: number): Promise<Ticket[]> {
    const rows = await this.#session.all(assignedTo, { agentId, limit })
    return rows.map((row) => this.#remember(row))
  }

  async findOfDisabled(limit: number): Promise<Ticket[]> {
    const rows = await this.#session.all(assignedToDisabled, { limit })
    return rows.map((row) => this.#remember(row))
  }

  async add(ticket: NewTicket): Promise<Ticket | null> {
    const record = fromTicket(ticket)
    const added = await this.#session.first(insert, record)
    if (!added) return null
    if (ticket.tags.length > 0) await this.#tags.replace({ ...ticket, number: added.number })
    this.#known.remember(added.number, record)
    return { ...ticket, number: added.number }
  }

  async save(ticket: Ticket): Promise<void> {
    const record = fromTicket(ticket)
    const changed = this.#known.changedFields(ticket.number, record)
    if (changed.length === 0) return
    try {
      const written = await this.#session.run(updates.of(changed), { ...record, number: ticket.number })
      expectOneRow(written, `ticket ${ticket.number}`)
    } catch (error) {
      throw error instanceof UniqueViolation ? await this.#otherTicketOpen(ticket) : error
    }
    await this.#tags.follow(ticket, changed)
    this.#known.remember(ticket.number, record)
  }

  #read(row: TicketRecord | undefined): Ticket | null {
    return row ? this.#remember(row) : null
  }

  #remember(row: TicketRecord): Ticket {
    this.#known.remember(row.number, row)
    return toTicket(row)
  }

  async #otherTicketOpen({ inboxId, contactId }: Ticket): Promise<DomainError> {
    const other = await this.#session.first(current, { inboxId, contactId })
    const ticketNumber = other?.number ?? 0
    return new DomainError('other-ticket-open', `Ticket ${ticketNumber} of this contact is open.`, { ticketNumber })
  }
}

const insert = query((db, p: NewTicketRecord) =>
  db
    .insertInto('tickets')
    .values(pick(p, ticketFields))
    .onConflict((conflict) => conflict.doNothing())
    .returning('number'),
)

const updates = new QueriesByFields((fields: readonly (typeof ticketFields)[number][]) =>
  query(
    (db, p: NewTicketRecord & { number: number }) =>
      db.updateTable('tickets').set(pick(p, fields)).where('number', '=', p.number),
    { mayCollide: fields.includes('status') },
  ),
)
