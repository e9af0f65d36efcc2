import type { LastMessage, NewTicket, Ticket } from '@textdesk/core'
import type { Insertable, Selectable } from 'kysely'
import type { DeskSchema } from '../schema.ts'

export type TicketRecord = Selectable<DeskSchema['tickets']>
export type NewTicketRecord = Omit<Insertable<DeskSchema['tickets']>, 'number'>

const NO_TAGS = '[]'

export const ticketFields = [
  'inbox_id',
  'contact_id',
  'status',
  'origin',
  'assignee_id',
  'waiting_since',
  'snoozed_until',
  'stop_asked_at',
  'tags',
  'last_seq',
  'last_inbound_seq',
  'last_direction',
  'last_kind',
  'last_preview',
  'last_at',
  'created_at',
  'updated_at',
  'closed_at',
  'merged_into',
] as const satisfies ReadonlyArray<keyof NewTicketRecord>

export function toTicket(row: TicketRecord): Ticket {
  return {
    number: row.number,
    inboxId: row.inbox_id,
    contactId: row.contact_id,
    status: row.status,
    origin: row.origin,
    assigneeId: row.assignee_id,
    waitingSince: row.waiting_since,
    snoozedUntil: row.snoozed_until,
    stopAskedAt: row.stop_asked_at,
    tags: toTags(row.tags),
    lastSeq: row.last_seq,
    lastInboundSeq: row.last_inbound_seq,
    lastMessage: toLastMessage(row),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    closedAt: row.closed_at,
    mergedInto: row.merged_into,
  }
}

/** Most tickets have none. */
export function toTags(column: string): readonly string[] {
  return column === NO_TAGS ? [] : JSON.parse(column)
}

export function toLastMessage(
  row: Pick<TicketRecord, 'last_direction' | 'last_kind' | 'last_preview' | 'last_at'>,
): LastMessage | null {
  const { last_direction: direction, last_kind: kind, last_preview: preview, last_at: at } = row
  if (direction === null || kind === null || preview === null || at === null) return null
  return { direction, kind, preview, at }
}

export function fromTicket(ticket: NewTicket): Required<NewTicketRecord> {
  return {
    inbox_id: ticket.inboxId,
    contact_id: ticket.contactId,
    status: ticket.status,
    origin: ticket.origin,
    assignee_id: ticket.assigneeId,
    waiting_since: ticket.waitingSince,
    snoozed_until: ticket.snoozedUntil,
    stop_asked_at: ticket.stopAskedAt,
    tags: ticket.tags.length === 0 ? NO_TAGS : JSON.stringify(ticket.tags),
    last_seq: ticket.lastSeq,
    last_inbound_seq: ticket.lastInboundSeq,
    last_direction: ticket.lastMessage?.direction ?? null,
    last_kind: ticket.lastMessage?.kind ?? null,
    last_preview: ticket.lastMessage?.preview ?? null,
    last_at: ticket.lastMessage?.at ?? null,
    created_at: ticket.createdAt,
    updated_at: ticket.updatedAt,
    closed_at: ticket.closedAt,
    merged_into: ticket.mergedInto,
  }
}
