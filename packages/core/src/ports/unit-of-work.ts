import type { ActivityRepository } from './activity-repository.ts'
import type { AgentRepository } from './agent-repository.ts'
import type { ArrivalRepository } from './arrival-repository.ts'
import type { AttemptRepository } from './attempt-repository.ts'
import type { AuditLog } from './audit-log.ts'
import type { AutomaticTextLedger } from './automatic-text-ledger.ts'
import type { CannedReplyRepository } from './canned-reply-repository.ts'
import type { ChangeRecorder } from './change-feed.ts'
import type { ContactRepository } from './contact-repository.ts'
import type { DraftRepository } from './draft-repository.ts'
import type { Erasure } from './erasure.ts'
import type { InboxRepository } from './inbox-repository.ts'
import type { IncidentRepository } from './incident-repository.ts'
import type { InviteRepository } from './invite-repository.ts'
import type { KnownPlaceRepository } from './known-place-repository.ts'
import type { MessageRepository } from './message-repository.ts'
import type { OptOutRepository } from './opt-out-repository.ts'
import type { OutboxRepository } from './outbox-repository.ts'
import type { PracticeRepository } from './practice-repository.ts'
import type { ReactionRepository } from './reaction-repository.ts'
import type { ReadRepository } from './read-repository.ts'
import type { ReceiptRepository } from './receipt-repository.ts'
import type { ReportRepository } from './report-repository.ts'
import type { SessionRepository } from './session-repository.ts'
import type { SettingRepository } from './setting-repository.ts'
import type { SignInFailureRepository } from './sign-in-failure-repository.ts'
import type { TagRepository } from './tag-repository.ts'
import type { TicketActionRepository } from './ticket-action-repository.ts'
import type { TicketRepository } from './ticket-repository.ts'
import type { TimelineRepository } from './timeline-repository.ts'

/** Everything one transaction can read and write. Of no use once its closure has settled. */
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
 * All or nothing: what the closure did is durable when `run` resolves, and undone when the closure throws.
 * The closure may be run again after a conflict, so it awaits only what it was handed.
 */
export interface UnitOfWork {
  /** @throws DomainError `storage-unavailable` when the work could not be made durable. */
  run<T>(work: (desk: Desk) => Promise<T>): Promise<T>
}
