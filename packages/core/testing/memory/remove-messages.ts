import { spellings } from '../../src/domain/contact/address.ts'
import type { Message } from '../../src/domain/message/message.ts'
import type { MemoryTables } from './memory-tables.ts'

/** With all that hangs on them. */
export function removeMessages(tables: MemoryTables, messages: readonly Message[]): number {
  const ids = new Set<string | null>(messages.map(({ id }) => id))
  tables.reports.removeWhere(({ messageId }) => messageId !== null && ids.has(messageId))
  tables.attempts.removeWhere(({ messageId }) => ids.has(messageId))
  tables.reactions.removeWhere(({ messageId }) => ids.has(messageId))
  tables.messages.removeWhere(({ id }) => ids.has(id))
  return messages.length
}

/** Held reports that mention a contact's number. */
export function removeHeldReportsOn(tables: MemoryTables, contactId: string): void {
  const address = tables.contacts.get(contactId)?.address
  if (address?.kind !== 'phone') return
  for (const { value } of spellings(address)) {
    const digits = value.replace('+', '')
    tables.reports.removeWhere(({ held, raw }) => held !== null && (held.recipient === value || raw.includes(digits)))
  }
}
