import type { AgentRef } from '../../src/domain/agent/agent.ts'
import { type Contact, replyAddress } from '../../src/domain/contact/contact.ts'
import type { Inbox } from '../../src/domain/inbox/inbox.ts'
import type { Message } from '../../src/domain/message/message.ts'
import type { Ticket } from '../../src/domain/ticket/ticket.ts'
import type { ContactRef, InboxRef, TicketRow } from '../../src/ports/queries/ticket-queries.ts'
import { needsAgent } from '../../src/text/unsettled.ts'
import { optOutKey } from './memory-opt-out-repository.ts'
import { keyOf, type MemoryTables } from './memory-tables.ts'

/** The tickets that need an agent. */
export function attentionNumbers(tables: MemoryTables, now: number): Set<number> {
  const messages = tables.messages.where((message) => needsAgent(message, now))
  return new Set(messages.map((message) => message.ticketNumber))
}

export function ticketRow(tables: MemoryTables, ticket: Ticket, agentId: string, needsAttention: boolean): TicketRow {
  const { inboxId, contactId, assigneeId, origin, lastSeq, lastInboundSeq, ...shown } = ticket
  const contact = tables.contacts.get(contactId)
  const inbox = tables.inboxes.get(inboxId)
  if (!contact || !inbox) throw new Error(`Ticket ${ticket.number} has no contact or no inbox`)
  return {
    ...shown,
    contact: contactRef(tables, contact, inboxId),
    inbox: inboxRef(inbox),
    assignee: agentRef(tables, assigneeId),
    lastAuthor: lastAuthor(tables, ticket),
    unread: lastInboundSeq > (tables.seen.get(keyOf(agentId, ticket.number)) ?? 0),
    needsAttention,
  }
}

function lastAuthor(tables: MemoryTables, { number, lastMessage }: Ticket): AgentRef | null {
  if (lastMessage?.direction !== 'out') return null
  const shown = tables.messages
    .where(
      ({ ticketNumber, kind, delivery }) =>
        ticketNumber === number && kind === 'sms' && delivery?.state !== 'cancelled',
    )
    .reduce<Message | null>((last, message) => (last && last.seq > message.seq ? last : message), null)
  return agentRef(tables, shown?.authorId ?? null)
}

export function agentRef(tables: MemoryTables, id: string | null): AgentRef | null {
  const agent = id === null ? null : tables.agents.get(id)
  return agent && { id: agent.id, name: agent.name }
}

function contactRef(tables: MemoryTables, contact: Contact, inboxId: string): ContactRef {
  const { id, name, blockedAt } = contact
  const address = replyAddress(contact)
  const optedOutAt = tables.optOuts.get(optOutKey(inboxId, address))?.at ?? null
  return { id, kind: address.kind, address: address.value, name, blockedAt, optedOutAt }
}

function inboxRef({ id, name, number, provider }: Inbox): InboxRef {
  return { id, name, number, simulated: provider === 'simulated' }
}
