import type { TicketRow } from '@textdesk/core'
import type { TicketListRecord } from './ticket-list-query.ts'
import { toLastMessage, toTags } from './ticket-row.ts'

export function toTicketRow(row: TicketListRecord, optedOutAt: number | null): TicketRow {
  const { contact_kind: kind, contact_address: address, inbox_name: inboxName } = row
  if (kind === null || address === null || inboxName === null)
    throw new Error(`Ticket ${row.number} has lost its contact`)
  return {
    number: row.number,
    status: row.status,
    contact: {
      id: row.contact_id,
      kind,
      address,
      name: row.contact_name,
      blockedAt: row.contact_blocked_at,
      optedOutAt,
    },
    inbox: {
      id: row.inbox_id,
      name: inboxName,
      number: row.inbox_number,
      simulated: row.inbox_provider === 'simulated',
    },
    assignee: toAgentRef(row.assignee_id, row.assignee_name),
    unread: row.last_inbound_seq > (row.seen_seq ?? 0),
    needsAttention: Boolean(row.needs_attention),
    waitingSince: row.waiting_since,
    snoozedUntil: row.snoozed_until,
    stopAskedAt: row.stop_asked_at,
    tags: toTags(row.tags),
    lastMessage: toLastMessage(row),
    lastAuthor: toAuthor(row.last_author),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    closedAt: row.closed_at,
    mergedInto: row.merged_into,
  }
}

function toAgentRef(id: string | null, name: string | null): TicketRow['assignee'] {
  return id === null || name === null ? null : { id, name }
}

/** As `lastAuthor` writes it; an id has no space. */
function toAuthor(written: string | null): TicketRow['lastAuthor'] {
  if (written === null) return null
  const space = written.indexOf(' ')
  return { id: written.slice(0, space), name: written.slice(space + 1) }
}
