import { DomainError } from '../../src/domain/errors.ts'
import type { NewTicket, Ticket } from '../../src/domain/ticket/ticket.ts'
import type { TicketRepository } from '../../src/ports/repositories/ticket-repository.ts'
import type { MemoryTables } from './memory-tables.ts'

export class MemoryTicketRepository implements TicketRepository {
  readonly #tables: MemoryTables

  constructor(tables: MemoryTables) {
    this.#tables = tables
  }

  async find(number: number): Promise<Ticket | null> {
    return this.#tables.tickets.get(number)
  }

  async findCurrent(inboxId: string, contactId: string): Promise<Ticket | null> {
    return this.#of(inboxId, contactId).find((ticket) => ticket.status !== 'closed') ?? null
  }

  async findNewestClosed(inboxId: string, contactId: string): Promise<Ticket | null> {
    const closed = this.#of(inboxId, contactId).filter(
      (ticket) => ticket.status === 'closed' && ticket.mergedInto === null,
    )
    return closed.sort((a, b) => (b.closedAt ?? 0) - (a.closedAt ?? 0) || b.number - a.number)[0] ?? null
  }

  async findDueToWake(now: number, limit: number): Promise<Ticket[]> {
    const due = this.#snoozed().filter((ticket) => ticket.until <= now)
    return due
      .sort((a, b) => a.until - b.until)
      .slice(0, limit)
      .map(({ ticket }) => ticket)
  }

  async nextWakeAt(now: number): Promise<number | null> {
    const later = this.#snoozed().filter(({ until }) => until > now)
    return later.length === 0 ? null : Math.min(...later.map(({ until }) => until))
  }

  async findAssigned(agentId: string, limit: number): Promise<Ticket[]> {
    const theirs = this.#tables.tickets.where(({ status, assigneeId }) => status !== 'closed' && assigneeId === agentId)
    return theirs.sort((a, b) => a.number - b.number).slice(0, limit)
  }

  async findOfDisabled(limit: number): Promise<Ticket[]> {
    const disabled = this.#tables.agents.where(({ disabledAt }) => disabledAt !== null)
    const theirs = await Promise.all(disabled.map(({ id }) => this.findAssigned(id, limit)))
    return theirs.flat().slice(0, limit)
  }

  async add(ticket: NewTicket): Promise<Ticket | null> {
    const current = await this.findCurrent(ticket.inboxId, ticket.contactId)
    if (current && ticket.status !== 'closed') return null
    const numbered = { ...ticket, number: (this.#tables.lastNumbers.get('ticket') ?? 0) + 1 }
    this.#tables.lastNumbers.put('ticket', numbered.number)
    this.#tables.tickets.put(numbered.number, numbered)
    return numbered
  }

  async save(ticket: Ticket): Promise<void> {
    const current = await this.findCurrent(ticket.inboxId, ticket.contactId)
    if (current && current.number !== ticket.number && ticket.status !== 'closed') {
      throw new DomainError('other-ticket-open', `Ticket ${current.number} of this contact is open.`, {
        ticketNumber: current.number,
      })
    }
    this.#tables.tickets.replace(ticket.number, ticket)
  }

  #snoozed(): Array<{ ticket: Ticket; until: number }> {
    return this.#tables.tickets
      .where((ticket) => ticket.status === 'snoozed')
      .flatMap((ticket) => (ticket.snoozedUntil === null ? [] : [{ ticket, until: ticket.snoozedUntil }]))
  }

  #of(inboxId: string, contactId: string): Ticket[] {
    return this.#tables.tickets.where((ticket) => ticket.inboxId === inboxId && ticket.contactId === contactId)
  }
}
