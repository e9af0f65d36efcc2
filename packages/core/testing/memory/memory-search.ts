import type { Ticket } from '../../src/ticket/ticket.ts'
import type { MemoryTables } from './memory-tables.ts'

/** Whether one text of the ticket, or its contact's name and number, holds words that begin so. Null: nothing asked. */
export function searchTickets(tables: MemoryTables, search: string | null): ((ticket: Ticket) => boolean) | null {
  if (search === null || search.trim() === '') return null
  const words = wordsOf(search)
  if (words.length === 0) return () => false
  const holdsAll = (text: string) => {
    const held = wordsOf(text)
    return words.every((word) => held.some((one) => one.startsWith(word)))
  }
  const messages = tables.messages.where(({ kind, body }) => kind !== 'auto' && holdsAll(body))
  const contacts = tables.contacts.where((contact) => holdsAll(`${contact.name ?? ''} ${contact.address.value}`))
  const numbers = new Set(messages.map((message) => message.ticketNumber))
  const contactIds = new Set(contacts.map((contact) => contact.id))
  return (ticket) => numbers.has(ticket.number) || contactIds.has(ticket.contactId)
}

/** Everything but letters and digits separates words, so that no input is an operator. */
function wordsOf(search: string): string[] {
  return search.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
}
