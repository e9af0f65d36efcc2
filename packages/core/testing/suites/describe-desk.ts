import { describe } from 'vitest'
import { runWorkTwice } from '../run-work-twice.ts'
import { describeAgentRepository } from './agent-repository.suite.ts'
import { describeArrivalRepository } from './arrival-repository.suite.ts'
import { describeAttemptRepository } from './attempt-repository.suite.ts'
import { describeAutomaticTextLedger } from './automatic-text-ledger.suite.ts'
import { describeCannedReplies } from './canned-replies.suite.ts'
import { describeChangeFeed } from './change-feed.suite.ts'
import { describeContactRepository } from './contact-repository.suite.ts'
import { describeDeliveryHistory } from './delivery-history.suite.ts'
import { describeDeskQueries } from './desk-queries.suite.ts'
import type { OpenDesk } from './desk-subject.ts'
import { describeDrafts } from './drafts.suite.ts'
import { describeErasure } from './erasure.suite.ts'
import { describeInboxRepository } from './inbox-repository.suite.ts'
import { describeIncidentRepository } from './incident-repository.suite.ts'
import { describeKnownPlaceRepository, describeSessionLists } from './known-places.suite.ts'
import { describeAuditLog, describeOptOutRepository, describeReceiptRepository } from './ledgers.suite.ts'
import { describeMessageHistory } from './message-history.suite.ts'
import { describeMessageRepository } from './message-repository.suite.ts'
import { describeOutboxLaws } from './outbox-laws.suite.ts'
import { describeOutboxPace } from './outbox-pace.suite.ts'
import { describeOutboxRepository } from './outbox-repository.suite.ts'
import { describeOutboxTiming } from './outbox-timing.suite.ts'
import { describePracticeRepository } from './practice-repository.suite.ts'
import { describeReactions } from './reactions.suite.ts'
import { describeReplyObstacles } from './reply-obstacles.suite.ts'
import { describeReportRepository } from './report-repository.suite.ts'
import { describeSearchAnswers } from './search-answers.suite.ts'
import { describeSearchedNumbers } from './search-numbers.suite.ts'
import {
  describeInviteRepository,
  describeSessionRepository,
  describeSettingRepository,
  describeSignInFailureRepository,
} from './sign-in.suite.ts'
import { describeSnoozes } from './snoozes.suite.ts'
import { describeSystemQueries } from './system-queries.suite.ts'
import { describeTags } from './tags.suite.ts'
import { describeTicketActions } from './ticket-actions.suite.ts'
import { describeTicketPaging } from './ticket-paging.suite.ts'
import { describeTicketRepository } from './ticket-repository.suite.ts'
import { describeTicketRows } from './ticket-rows.suite.ts'
import { describeTicketSearch } from './ticket-search.suite.ts'
import { describeTicketViews } from './ticket-views.suite.ts'
import { describeTimeline } from './timeline.suite.ts'
import { describeTimelineMoves } from './timeline-moves.suite.ts'
import { describeUnitOfWork } from './unit-of-work.suite.ts'
import { describeUnsettled } from './unsettled.suite.ts'

const suites: ReadonlyArray<(open: OpenDesk) => void> = [
  describeUnitOfWork,
  describeChangeFeed,
  describeTicketRepository,
  describeMessageRepository,
  describeMessageHistory,
  describeOutboxRepository,
  describeOutboxTiming,
  describeOutboxLaws,
  describeOutboxPace,
  describeContactRepository,
  describeInboxRepository,
  describeAgentRepository,
  describeKnownPlaceRepository,
  describeSessionRepository,
  describeSessionLists,
  describeInviteRepository,
  describeSignInFailureRepository,
  describeSettingRepository,
  describeReceiptRepository,
  describeArrivalRepository,
  describeReactions,
  describeOptOutRepository,
  describeReportRepository,
  describeAttemptRepository,
  describeDeliveryHistory,
  describeAuditLog,
  describeAutomaticTextLedger,
  describeTicketActions,
  describeTicketViews,
  describeTicketPaging,
  describeTicketRows,
  describeTicketSearch,
  describeSearchAnswers,
  describeSearchedNumbers,
  describeTimeline,
  describeTimelineMoves,
  describeDeskQueries,
  describeTags,
  describeSnoozes,
  describeCannedReplies,
  describeDrafts,
  describeErasure,
  describeIncidentRepository,
  describePracticeRepository,
  describeSystemQueries,
  describeUnsettled,
  describeReplyObstacles,
]

/**
 * The contract of everything that stores: a new set of adapters is done when this passes. Each suite runs plainly and
 * with all work run twice. `open` gives an empty desk each time.
 */
export function describeDesk(name: string, open: OpenDesk): void {
  describe(name, () => {
    for (const describeSuite of suites) describeSuite(open)
  })
  describe(`${name}, all work run twice`, () => {
    for (const describeSuite of suites) describeSuite(() => openTwice(open))
  })
}

async function openTwice(open: OpenDesk) {
  const subject = await open()
  return {
    unitOfWork: runWorkTwice(subject.unitOfWork),
    ticketQueries: subject.ticketQueries,
    deskQueries: subject.deskQueries,
    workspaceQueries: subject.workspaceQueries,
    systemQueries: subject.systemQueries,
    changeFeed: subject.changeFeed,
    readAudit: () => subject.readAudit(),
    settleSearch: () => subject.settleSearch(),
    close: () => subject.close(),
  }
}
