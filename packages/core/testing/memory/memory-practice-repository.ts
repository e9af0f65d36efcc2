import type { PracticeRepository } from '../../src/ports/repositories/practice-repository.ts'
import { keyOf, type MemoryTables } from './memory-tables.ts'
import { removeHeldReportsOn, removeMessages } from './remove-messages.ts'

export class MemoryPracticeRepository implements PracticeRepository {
  readonly #tables: MemoryTables

  constructor(tables: MemoryTables) {
    this.#tables = tables
  }

  async lastTicketNumber(): Promise<number> {
    return Math.max(0, ...this.#tables.tickets.all().map(({ number }) => number))
  }

  async listTickets(inboxId: string, from: number, to: number): Promise<number[]> {
    return this.#tables.tickets
      .where((ticket) => ticket.inboxId === inboxId && ticket.number >= from && ticket.number <= to)
      .map(({ number }) => number)
      .sort((a, b) => a - b)
  }

  async removeMessages(ticketNumber: number, limit: number): Promise<number> {
    const ofTicket = this.#tables.messages.where((message) => message.ticketNumber === ticketNumber)
    return removeMessages(this.#tables, ofTicket.slice(0, limit))
  }

  async removeTicket(ticketNumber: number): Promise<{ contactRemoved: boolean }> {
    const { activity, agents, contacts, drafts, seen, ticketActions, tickets } = this.#tables
    const contactId = tickets.get(ticketNumber)?.contactId
    activity.removeWhere((line) => line.ticketNumber === ticketNumber)
    drafts.removeWhere((draft) => draft.ticketNumber === ticketNumber)
    ticketActions.removeWhere((action) => action.ticketNumber === ticketNumber)
    for (const { id } of agents.all()) seen.remove(keyOf(id, ticketNumber))
    tickets.remove(ticketNumber)
    if (contactId === undefined || tickets.find((other) => other.contactId === contactId)) {
      return { contactRemoved: false }
    }
    removeHeldReportsOn(this.#tables, contactId)
    return { contactRemoved: contacts.remove(contactId) }
  }

  async removeOptOuts(inboxId: string): Promise<void> {
    this.#tables.optOuts.removeWhere((optOut) => optOut.inboxId === inboxId)
  }
}
