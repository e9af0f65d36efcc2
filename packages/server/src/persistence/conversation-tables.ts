import type {
  ActivityKind,
  AutomaticPurpose,
  ContactKind,
  DeliveryState,
  MessageKind,
  TicketOrigin,
  TicketStatus,
} from '@textdesk/core'
import type { Generated } from 'kysely'

export interface ContactTable {
  /** What the search index knows a contact by. */
  row: Generated<number>
  id: string
  address: string
  kind: ContactKind
  name: string | null
  note: string | null
  blocked_at: number | null
  created_at: number
}

export interface TicketTable {
  number: Generated<number>
  inbox_id: string
  contact_id: string
  status: TicketStatus
  origin: TicketOrigin
  assignee_id: string | null
  waiting_since: number | null
  snoozed_until: number | null
  /** JSON. */
  tags: string
  last_seq: number
  last_inbound_seq: number
  last_direction: 'in' | 'out' | null
  last_kind: 'sms' | 'auto' | null
  last_preview: string | null
  last_at: number | null
  created_at: number
  updated_at: number
  closed_at: number | null
  merged_into: number | null
}

export interface MessageTable {
  /** The order of storing; what the search index knows a message by. */
  row: Generated<number>
  id: string
  ticket_number: number
  inbox_id: string
  contact_id: string
  seq: number
  direction: 'in' | 'out'
  kind: MessageKind
  body: string
  author_id: string | null
  at: number
  purpose: AutomaticPurpose | null
  idempotency_key: string | null
  resend_of: string | null
  settled_at: number | null
  /** Null with all that follows when there is nothing to deliver. */
  delivery_state: DeliveryState | null
  delivery_reason: string | null
  attempts: number | null
  next_attempt_at: number | null
  claim_token: string | null
  lease_until: number | null
  provider_message_id: string | null
  segments: number | null
  first_queued_at: number | null
  uncertain_since: number | null
}

export interface ActivityTable {
  ticket_number: number
  seq: number
  id: string
  at: number
  actor_id: string | null
  what: ActivityKind
  detail: string | null
}

export interface DeliveryReportTable {
  row: Generated<number>
  id: string
  at: number
  message_id: string | null
  reference: string | null
  provider_message_id: string | null
  status: string
  raw: string
}
