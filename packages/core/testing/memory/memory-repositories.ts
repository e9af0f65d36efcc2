import type { ChangeRecorder } from '../../src/ports/change-feed.ts'
import type { Desk } from '../../src/ports/unit-of-work.ts'
import { MemoryActivityRepository } from './memory-activity-repository.ts'
import { MemoryAgentRepository } from './memory-agent-repository.ts'
import { MemoryArrivalRepository } from './memory-arrival-repository.ts'
import { MemoryAttemptRepository } from './memory-attempt-repository.ts'
import { MemoryAuditLog } from './memory-audit-log.ts'
import { MemoryAutomaticTextLedger } from './memory-automatic-text-ledger.ts'
import { MemoryCannedReplyRepository } from './memory-canned-reply-repository.ts'
import { MemoryContactRepository } from './memory-contact-repository.ts'
import { MemoryDraftRepository } from './memory-draft-repository.ts'
import { MemoryErasure } from './memory-erasure.ts'
import { MemoryInboxRepository } from './memory-inbox-repository.ts'
import { MemoryIncidentRepository } from './memory-incident-repository.ts'
import { MemoryInviteRepository } from './memory-invite-repository.ts'
import { MemoryKnownPlaceRepository } from './memory-known-place-repository.ts'
import { MemoryMessageRepository } from './memory-message-repository.ts'
import { MemoryOptOutRepository } from './memory-opt-out-repository.ts'
import { MemoryOutboxRepository } from './memory-outbox-repository.ts'
import { MemoryPracticeRepository } from './memory-practice-repository.ts'
import { MemoryReactionRepository } from './memory-reaction-repository.ts'
import { MemoryReadRepository } from './memory-read-repository.ts'
import { MemoryReceiptRepository } from './memory-receipt-repository.ts'
import { MemoryReportRepository } from './memory-report-repository.ts'
import { MemorySessionRepository } from './memory-session-repository.ts'
import { MemorySettingRepository } from './memory-setting-repository.ts'
import { MemorySignInFailureRepository } from './memory-sign-in-failure-repository.ts'
import type { MemoryTables } from './memory-tables.ts'
import { MemoryTagRepository } from './memory-tag-repository.ts'
import { MemoryTicketActionRepository } from './memory-ticket-action-repository.ts'
import { MemoryTicketRepository } from './memory-ticket-repository.ts'
import { MemoryTimelineRepository } from './memory-timeline-repository.ts'

export function openMemoryDesk(tables: MemoryTables, changes: ChangeRecorder): Desk {
  return {
    activity: new MemoryActivityRepository(tables),
    agents: new MemoryAgentRepository(tables),
    arrivals: new MemoryArrivalRepository(tables),
    attempts: new MemoryAttemptRepository(tables),
    audit: new MemoryAuditLog(tables),
    automaticTexts: new MemoryAutomaticTextLedger(tables),
    cannedReplies: new MemoryCannedReplyRepository(tables),
    changes,
    contacts: new MemoryContactRepository(tables),
    drafts: new MemoryDraftRepository(tables),
    erasure: new MemoryErasure(tables),
    inboxes: new MemoryInboxRepository(tables),
    incidents: new MemoryIncidentRepository(tables),
    invites: new MemoryInviteRepository(tables),
    knownPlaces: new MemoryKnownPlaceRepository(tables),
    messages: new MemoryMessageRepository(tables),
    optOuts: new MemoryOptOutRepository(tables),
    outbox: new MemoryOutboxRepository(tables),
    practice: new MemoryPracticeRepository(tables),
    reactions: new MemoryReactionRepository(tables),
    reads: new MemoryReadRepository(tables),
    receipts: new MemoryReceiptRepository(tables),
    reports: new MemoryReportRepository(tables),
    sessions: new MemorySessionRepository(tables),
    settings: new MemorySettingRepository(tables),
    signInFailures: new MemorySignInFailureRepository(tables),
    tags: new MemoryTagRepository(tables),
    ticketActions: new MemoryTicketActionRepository(tables),
    tickets: new MemoryTicketRepository(tables),
    timelines: new MemoryTimelineRepository(tables),
  }
}
