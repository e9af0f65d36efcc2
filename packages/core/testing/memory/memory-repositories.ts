import type { ChangeRecorder } from '../../src/ports/change-feed.ts'
import type { Desk } from '../../src/ports/unit-of-work.ts'
import { MemoryActivityRepository } from './memory-activity-repository.ts'
import { MemoryAgentRepository } from './memory-agent-repository.ts'
import { MemoryAuditLog } from './memory-audit-log.ts'
import { MemoryAutomaticTextLedger } from './memory-automatic-text-ledger.ts'
import { MemoryContactRepository } from './memory-contact-repository.ts'
import { MemoryInboxRepository } from './memory-inbox-repository.ts'
import { MemoryInviteRepository } from './memory-invite-repository.ts'
import { MemoryMessageRepository } from './memory-message-repository.ts'
import { MemoryOptOutRepository } from './memory-opt-out-repository.ts'
import { MemoryOutboxRepository } from './memory-outbox-repository.ts'
import { MemoryReadRepository } from './memory-read-repository.ts'
import { MemoryReceiptRepository } from './memory-receipt-repository.ts'
import { MemoryReportRepository } from './memory-report-repository.ts'
import { MemorySessionRepository } from './memory-session-repository.ts'
import { MemorySettingRepository } from './memory-setting-repository.ts'
import { MemorySignInFailureRepository } from './memory-sign-in-failure-repository.ts'
import type { MemoryTables } from './memory-tables.ts'
import { MemoryTicketRepository } from './memory-ticket-repository.ts'

export function openMemoryDesk(tables: MemoryTables, changes: ChangeRecorder): Desk {
  return {
    activity: new MemoryActivityRepository(tables),
    agents: new MemoryAgentRepository(tables),
    audit: new MemoryAuditLog(tables),
    automaticTexts: new MemoryAutomaticTextLedger(tables),
    changes,
    contacts: new MemoryContactRepository(tables),
    inboxes: new MemoryInboxRepository(tables),
    invites: new MemoryInviteRepository(tables),
    messages: new MemoryMessageRepository(tables),
    optOuts: new MemoryOptOutRepository(tables),
    outbox: new MemoryOutboxRepository(tables),
    reads: new MemoryReadRepository(tables),
    receipts: new MemoryReceiptRepository(tables),
    reports: new MemoryReportRepository(tables),
    sessions: new MemorySessionRepository(tables),
    settings: new MemorySettingRepository(tables),
    signInFailures: new MemorySignInFailureRepository(tables),
    tickets: new MemoryTicketRepository(tables),
  }
}
