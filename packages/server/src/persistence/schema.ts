import type { ConsentLanguage, DraftMode, IncidentKind, OptOutSource, Provider, Role } from '@textdesk/core'
import type { Generated } from 'kysely'
import type {
  ActivityTable,
  ContactTable,
  ListedTextTable,
  MessageTable,
  TicketActionTable,
  TicketTable,
} from './conversation-tables.ts'
import type { DeliveryAttemptTable, DeliveryReportTable } from './delivery-tables.ts'
import type { ReactionTable } from './reaction-table.ts'

/** The desk's tables. Moments are UTC milliseconds, flags 0 or 1. */
export interface DeskSchema {
  activity: ActivityTable
  agents: AgentTable
  audit_log: { row: Generated<number>; at: number; actor_id: string | null; what: string; subject_id: string }
  automatic_budgets: { inbox_id: string; hour: number; count: number }
  canned_replies: CannedReplyTable
  contacts: ContactTable
  delivery_attempts: DeliveryAttemptTable
  delivery_reports: DeliveryReportTable
  desk_keys: { name: string; secret: Uint8Array }
  drafts: { agent_id: string; ticket_number: number; mode: DraftMode; body: string; updated_at: number }
  inbound_receipts: { inbox_id: string; key_hash: Uint8Array }
  inboxes: InboxTable
  incidents: IncidentTable
  invites: { token_digest: string; agent_id: string; created_at: number; expires_at: number }
  known_places: { digest: string; agent_id: string; first_at: number; last_at: number }
  listed_texts: ListedTextTable
  messages: MessageTable
  opt_outs: { inbox_id: string; address_hmac: Uint8Array; at: number; source: OptOutSource }
  reactions: ReactionTable
  sessions: SessionTable
  settings: { key: string; value: string }
  sign_in_failures: { key: string; count: number; last_at: number }
  signature_ids: { jti: string; expires_at: number }
  ticket_actions: TicketActionTable
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
  joined_at: number | null
  disabled_at: number | null
  created_at: number
}

interface SessionTable {
  token_digest: string
  agent_id: string
  created_at: number
  last_seen_at: number
  /** Null where nobody knows, as for sessions of the version before. */
  label: string | null
}

interface InboxTable {
  id: string
  name: string
  number: string | null
  provider: Provider
  is_default: number
  confirmation_template: string
  reopen_hours: number
  thanks_stay_closed: number
  /** JSON. */
  opt_out_words: string
  answers_keywords: number
  /** Null where nobody said: the number's. */
  language: ConsentLanguage | null
  company: string | null
  help_contact: string | null
  opt_out_text: string | null
  opt_in_text: string | null
  help_text: string | null
  automatic_texts_per_hour: number
  texts_per_second: number
  /** Microseconds; the outbox alone writes it. */
  paced_until_us: Generated<number>
  paused_until: number | null
  /** 1: made beside another one of its number, before numbers were unique. It keeps its tickets and takes no text any more. */
  twin: Generated<number>
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
