import type {
  ActivityKind,
  AutomaticPurpose,
  ContactKind,
  DeliveryState,
  DraftMode,
  IncidentKind,
  MessageKind,
  OptOutSource,
  Provider,
  Role,
  TicketOrigin,
  TicketStatus,
} from '@textdesk/core'
import type { Generated } from 'kysely'

/** The desk's tables. Moments are UTC milliseconds, flags 0 or 1. */
export interface DeskSchema {
  activity: ActivityTable
  agents: AgentTable
  audit_log: { row: Generated<number>; at: number; actor_id: string | null; what: string; subject_id: string }
  automatic_budgets: { inbox_id: string; hour: number; count: number }
  canned_replies: CannedReplyTable
  contacts: ContactTable
  delivery_reports: DeliveryReportTable
  desk_keys: { name: string; secret: Uint8Array }
  drafts: { agent_id: string; ticket_number: number; mode: DraftMode; body: string; updated_at: number }
  inbound_receipts: { inbox_id: string; key_hash: Uint8Array }
  inboxes: InboxTable
  incidents: IncidentTable
  invites: { token_digest: string; agent_id: string; created_at: number; expires_at: number }
  messages: MessageTable
  opt_outs: { inbox_id: string; address_hmac: Uint8Array; at: number; source: OptOutSource }
  sessions: { token_digest: string; agent_id: string; created_at: number; last_seen_at: number }
  settings: { key: string; value: string }
  sign_in_failures: { key: string; count: number; last_at: number }
  signature_ids: { jti: string; expires_at: number }
  ticket_reads: { agent_id: string; ticket_number: number; seen_seq: number }
  ticket_tags: { key: string; updated_at: number; ticket_number: number; tag: string }
  tickets: TicketTable
}

interface AgentTable {
  id: string
  name: string
  email: string
  role: Role
  password_hash: string | null
  disabled_at: number | null
  created_at: number
}

interface InboxTable {
  id: string
  name: string
  number: string | null
  provider: Provider
  is_default: number
  confirmation_template: string
  reopen_hours: number
  /** JSON. */
  opt_out_words: string
  answers_keywords: number
  automatic_texts_per_hour: number
  paused_until: number | null
  created_at: number
}

interface ContactTable {
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

interface IncidentTable {
  id: string
  kind: IncidentKind
  /** An inbox's id, or empty for the desk. */
  subject: string
  sentence: string
  opened_at: number
  resolved_at: number | null
  told_at: number | null
  /** What is still to be told; null with the time of the next attempt when that is nothing. */
  notice: 'open' | 'resolved' | null
  attempts: number
  next_attempt_at: number | null
}

interface CannedReplyTable {
  id: string
  shortcut: string
  title: string | null
  body: string
  created_at: number
  updated_at: number
}

interface TicketTable {
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

interface MessageTable {
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

interface ActivityTable {
  ticket_number: number
  seq: number
  id: string
  at: number
  actor_id: string | null
  what: ActivityKind
  detail: string | null
}

interface DeliveryReportTable {
  row: Generated<number>
  id: string
  at: number
  message_id: string | null
  reference: string | null
  provider_message_id: string | null
  status: string
  raw: string
}
