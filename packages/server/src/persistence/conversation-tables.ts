import type {
  ActivityKind,
  Arrival,
  AutomaticPurpose,
  ContactKind,
  DeliveryState,
  MessageKind,
  OptOutIntent,
  PlacementReason,
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
  /** What all spellings of the number share; null where it has only one, and for a second contact of one number. */
  identity: string | null
  /** The other spelling, where the contact wrote from that last. */
  writes_from: string | null
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
  stop_asked_at: number | null
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

export interface TicketActionTable {
  ticket_number: number
  agent_id: string
  key: string
  at: number
  seq: number
  /** JSON. */
  state_before: string
  /** JSON. */
  state_after: string
  /** JSON. */
  settled_ids: string
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
  /** STOP, START or HELP; null for what is none, and for old texts. */
  keyword: OptOutIntent | null
  idempotency_key: string | null
  resend_of: string | null
  settled_at: number | null
  settled_by: string | null
  /** Why a text stands in its ticket; null for what is no text from the customer, and for old texts. */
  placed_because: PlacementReason | null
  placed_ticket: number | null
  placed_at: number | null
  placed_hours: number | null
  /** How a text from the customer came; null for what is none, and for old texts. */
  arrival: Arrival['by'] | null
  sent_at: number | null
  arrival_id: string | null
  /** The emoji that the customer's phone put to a text of ours. */
  reaction: string | null
  reacted_at: number | null
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
  /** Null where it was never needed. */
  rescues: number | null
}

/** Which message or mark a text of the provider's own list is; none when that is gone. */
export interface ListedTextTable {
  inbox_id: string
  provider_id: string
  /** By the provider's clock. */
  at: number
  message_id: string | null
  webhook_came: number
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
