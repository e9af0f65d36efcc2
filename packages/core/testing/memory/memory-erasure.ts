import type { Erasure } from '../../src/ports/erasure.ts'
import { keyOf, type MemoryTables } from './memory-tables.ts'

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
    const { messages, reports } = this.#tables
    const erased = messages.where((message) => message.contactId === contactId).slice(0, limit)
    const ids = new Set<string | null>(erased.map(({ id }) => id))
    reports.removeWhere(({ messageId }) => messageId !== null && ids.has(messageId))
    messages.removeWhere(({ id }) => ids.has(id))
    return erased.length
  }

  async eraseContact(contactId: string): Promise<number[]> {
    const { activity, agents, contacts, drafts, seen, tickets } = this.#tables
    const numbers = tickets.where((ticket) => ticket.contactId === contactId).map(({ number }) => number)
    const isTheirs = ({ ticketNumber }: { ticketNumber: number }) => numbers.includes(ticketNumber)
    activity.removeWhere(isTheirs)
    drafts.removeWhere(isTheirs)
    for (const { id } of agents.all()) for (const number of numbers) seen.remove(keyOf(id, number))
    for (const number of numbers) tickets.remove(number)
    contacts.remove(contactId)
    return numbers
  }
}
