import type { Erasure } from '../../src/ports/repositories/erasure.ts'
import { keyOf, type MemoryTables } from './memory-tables.ts'
import { removeHeldReportsOn, removeMessages } from './remove-messages.ts'

export class MemoryErasure implements Erasure {
  readonly #tables: MemoryTables

  constructor(tables: MemoryTables) {
    this.#tables = tables
  }

  async isTextLeaving(contactId: string): Promise<boolean> {
    const { messages } = this.#tables
    return messages.find((one) => one.contactId === contactId && one.delivery?.state === 'dispatching') !== null
  }

  async eraseMessages(contactId: string, limit: number): Promise<number> {
    const theirs = this.#tables.messages.where((message) => message.contactId === contactId)
    return removeMessages(this.#tables, theirs.slice(0, limit))
  }

  async eraseContact(contactId: string): Promise<number[]> {
    const { activity, agents, contacts, drafts, seen, ticketActions, tickets } = this.#tables
    const numbers = tickets.where((ticket) => ticket.contactId === contactId).map(({ number }) => number)
    const isTheirs = ({ ticketNumber }: { ticketNumber: number }) => numbers.includes(ticketNumber)
    activity.removeWhere(isTheirs)
    drafts.removeWhere(isTheirs)
    ticketActions.removeWhere(isTheirs)
    for (const { id } of agents.all()) for (const number of numbers) seen.remove(keyOf(id, number))
    for (const number of numbers) tickets.remove(number)
    removeHeldReportsOn(this.#tables, contactId)
    contacts.remove(contactId)
    return numbers
  }
}
