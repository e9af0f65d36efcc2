import type { ChangeRecorder } from './change-feed.ts'
import type { ActivityRepository } from './repositories/activity-repository.ts'
import type { AgentRepository } from './repositories/agent-repository.ts'
import type { ArrivalRepository } from './repositories/arrival-repository.ts'
import type { AttemptRepository } from './repositories/attempt-repository.ts'
import type { AuditLog } from './repositories/audit-log.ts'
import type { AutomaticTextLedger } from './repositories/automatic-text-ledger.ts'
import type { CannedReplyRepository } from './repositories/canned-reply-repository.ts'
import type { ContactRepository } from './repositories/contact-repository.ts'
import type { DraftRepository } from './repositories/draft-repository.ts'
import type { Erasure } from './repositories/erasure.ts'
import type { InboxRepository } from './repositories/inbox-repository.ts'
import type { IncidentRepository } from './repositories/incident-repository.ts'
import type { InviteRepository } from './repositories/invite-repository.ts'
import type { KnownPlaceRepository } from './repositories/known-place-repository.ts'
import type { MessageRepository } from './repositories/message-repository.ts'
import type { OptOutRepository } from './repositories/opt-out-repository.ts'
import type { OutboxRepository } from './repositories/outbox-repository.ts'
import type { PracticeRepository } from './repositories/practice-repository.ts'
import type { ReactionRepository } from './repositories/reaction-repository.ts'
import type { ReadRepository } from './repositories/read-repository.ts'
import type { ReceiptRepository } from './repositories/receipt-repository.ts'
import type { ReportRepository } from './repositories/report-repository.ts'
import type { SessionRepository } from './repositories/session-repository.ts'
import type { SettingRepository } from './repositories/setting-repository.ts'
import type { SignInFailureRepository } from './repositories/sign-in-failure-repository.ts'
import type { TagRepository } from './repositories/tag-repository.ts'
import type { TicketActionRepository } from './repositories/ticket-action-repository.ts'
import type { TicketRepository } from './repositories/ticket-repository.ts'
import type { TimelineRepository } from './repositories/timeline-repository.ts'

/** Everything one transaction can read and write. Of no use once its unit of work has settled. */
export interface Desk {
  readonly activity: ActivityRepository
  readonly agents: AgentRepository
  readonly arrivals: ArrivalRepository
  readonly attempts: AttemptRepository
  readonly audit: AuditLog
  readonly automaticTexts: AutomaticTextLedger
  readonly cannedReplies: CannedReplyRepository
  readonly changes: ChangeRecorder
  readonly contacts: ContactRepository
  readonly drafts: DraftRepository
  readonly erasure: Erasure
  readonly inboxes: InboxRepository
  readonly incidents: IncidentRepository
  readonly invites: InviteRepository
  readonly knownPlaces: KnownPlaceRepository
  readonly messages: MessageRepository
  readonly optOuts: OptOutRepository
  readonly outbox: OutboxRepository
  readonly practice: PracticeRepository
  readonly reactions: ReactionRepository
  readonly reads: ReadRepository
  readonly receipts: ReceiptRepository
  readonly reports: ReportRepository
  readonly sessions: SessionRepository
  readonly settings: SettingRepository
  readonly signInFailures: SignInFailureRepository
  readonly tags: TagRepository
  readonly ticketActions: TicketActionRepository
  readonly tickets: TicketRepository
  readonly timelines: TimelineRepository
}

/**
 * All or nothing: what the unit of work did is durable when `run` resolves, and undone when the unit of work throws.
 * The unit of work may be run again after a conflict, so it awaits only what it was handed.
 */
export interface UnitOfWork {
  /** @throws DomainError `storage-unavailable` when the work could not be made durable. */
  run<T>(work: (desk: Desk) => Promise<T>): Promise<T>
}
