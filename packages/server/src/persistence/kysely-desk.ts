import type { ChangeRecorder, Desk, OutboxRepository } from '@textdesk/core'
import type { AddressHasher } from './address-hasher.ts'
import { KyselyAgentRepository } from './agent/kysely-agent-repository.ts'
import { KyselyInviteRepository } from './agent/kysely-invite-repository.ts'
import { KyselyKnownPlaceRepository } from './agent/kysely-known-place-repository.ts'
import { KyselySessionRepository } from './agent/kysely-session-repository.ts'
import { KyselySignInFailureRepository } from './agent/kysely-sign-in-failure-repository.ts'
import { KyselyContactRepository } from './contact/kysely-contact-repository.ts'
import { KyselyErasure } from './contact/kysely-erasure.ts'
import { KyselyOptOutRepository } from './contact/kysely-opt-out-repository.ts'
import { KyselyAttemptRepository } from './delivery/kysely-attempt-repository.ts'
import { KyselyAutomaticTextLedger } from './delivery/kysely-automatic-text-ledger.ts'
import { KyselyReportRepository } from './delivery/kysely-report-repository.ts'
import { KyselyInboxRepository } from './inbox/kysely-inbox-repository.ts'
import { KyselyMessageRepository } from './message/kysely-message-repository.ts'
import { KyselyReactionRepository } from './message/kysely-reaction-repository.ts'
import { KyselyAuditLog } from './operations/kysely-audit-log.ts'
import { KyselyIncidentRepository } from './operations/kysely-incident-repository.ts'
import { KyselySettingRepository } from './operations/kysely-setting-repository.ts'
import type { QuerySession } from './query-session.ts'
import type { ReceiptHasher } from './receipt-hasher.ts'
import { KyselyArrivalRepository } from './receiving/kysely-arrival-repository.ts'
import { KyselyReceiptRepository } from './receiving/kysely-receipt-repository.ts'
import { KyselyActivityRepository } from './ticket/kysely-activity-repository.ts'
import { KyselyPracticeRepository } from './ticket/kysely-practice-repository.ts'
import { KyselyReadRepository } from './ticket/kysely-read-repository.ts'
import { KyselyTagRepository } from './ticket/kysely-tag-repository.ts'
import { KyselyTicketActionRepository } from './ticket/kysely-ticket-action-repository.ts'
import { KyselyTicketRepository } from './ticket/kysely-ticket-repository.ts'
import { KyselyTimelineRepository } from './ticket/kysely-timeline-repository.ts'
import { KyselyCannedReplyRepository } from './workspace/kysely-canned-reply-repository.ts'
import { KyselyDraftRepository } from './workspace/kysely-draft-repository.ts'

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
