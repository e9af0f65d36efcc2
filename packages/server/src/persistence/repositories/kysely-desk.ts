import type { ChangeRecorder, Desk, OutboxRepository } from '@textdesk/core'
import type { AddressHasher } from '../address-hasher.ts'
import type { QuerySession } from '../query-session.ts'
import type { ReceiptHasher } from '../receipt-hasher.ts'
import { KyselyActivityRepository } from './kysely-activity-repository.ts'
import { KyselyAgentRepository } from './kysely-agent-repository.ts'
import { KyselyArrivalRepository } from './kysely-arrival-repository.ts'
import { KyselyAttemptRepository } from './kysely-attempt-repository.ts'
import { KyselyAuditLog } from './kysely-audit-log.ts'
import { KyselyAutomaticTextLedger } from './kysely-automatic-text-ledger.ts'
import { KyselyCannedReplyRepository } from './kysely-canned-reply-repository.ts'
import { KyselyContactRepository } from './kysely-contact-repository.ts'
import { KyselyDraftRepository } from './kysely-draft-repository.ts'
import { KyselyErasure } from './kysely-erasure.ts'
import { KyselyInboxRepository } from './kysely-inbox-repository.ts'
import { KyselyIncidentRepository } from './kysely-incident-repository.ts'
import { KyselyInviteRepository } from './kysely-invite-repository.ts'
import { KyselyKnownPlaceRepository } from './kysely-known-place-repository.ts'
import { KyselyMessageRepository } from './kysely-message-repository.ts'
import { KyselyOptOutRepository } from './kysely-opt-out-repository.ts'
import { KyselyPracticeRepository } from './kysely-practice-repository.ts'
import { KyselyReactionRepository } from './kysely-reaction-repository.ts'
import { KyselyReadRepository } from './kysely-read-repository.ts'
import { KyselyReceiptRepository } from './kysely-receipt-repository.ts'
import { KyselyReportRepository } from './kysely-report-repository.ts'
import { KyselySessionRepository } from './kysely-session-repository.ts'
import { KyselySettingRepository } from './kysely-setting-repository.ts'
import { KyselySignInFailureRepository } from './kysely-sign-in-failure-repository.ts'
import { KyselyTagRepository } from './kysely-tag-repository.ts'
import { KyselyTicketActionRepository } from './kysely-ticket-action-repository.ts'
import { KyselyTicketRepository } from './kysely-ticket-repository.ts'
import { KyselyTimelineRepository } from './kysely-timeline-repository.ts'

export interface DeskHashers {
  readonly addresses: AddressHasher
  readonly receipts: ReceiptHasher
}

/** The desk of one unit of work. Every repository speaks through its session, which ends with it. */
export function openKyselyDesk(
  session: QuerySession,
  parts: { changes: ChangeRecorder; outbox: OutboxRepository; hashers: DeskHashers },
): Desk {
  return {
    activity: new KyselyActivityRepository(session),
    agents: new KyselyAgentRepository(session),
    arrivals: new KyselyArrivalRepository(session),
    attempts: new KyselyAttemptRepository(session),
    audit: new KyselyAuditLog(session),
    automaticTexts: new KyselyAutomaticTextLedger(session),
    cannedReplies: new KyselyCannedReplyRepository(session),
    changes: parts.changes,
    contacts: new KyselyContactRepository(session),
    drafts: new KyselyDraftRepository(session),
    erasure: new KyselyErasure(session),
    inboxes: new KyselyInboxRepository(session),
    incidents: new KyselyIncidentRepository(session),
    invites: new KyselyInviteRepository(session),
    knownPlaces: new KyselyKnownPlaceRepository(session),
    messages: new KyselyMessageRepository(session),
    optOuts: new KyselyOptOutRepository(session, parts.hashers.addresses),
    outbox: parts.outbox,
    practice: new KyselyPracticeRepository(session),
    reactions: new KyselyReactionRepository(session),
    reads: new KyselyReadRepository(session),
    receipts: new KyselyReceiptRepository(session, parts.hashers.receipts),
    reports: new KyselyReportRepository(session),
    sessions: new KyselySessionRepository(session),
    settings: new KyselySettingRepository(session),
    signInFailures: new KyselySignInFailureRepository(session),
    tags: new KyselyTagRepository(session),
    ticketActions: new KyselyTicketActionRepository(session),
    tickets: new KyselyTicketRepository(session),
    timelines: new KyselyTimelineRepository(session),
  }
}
