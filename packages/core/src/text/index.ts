export { businessDaysLeft, honourBy } from './business-days.ts'
export type { CannedReplyValues, RenderedReply } from './canned-reply.ts'
export { CANNED_PLACEHOLDERS, renderCannedReply } from './canned-reply.ts'
export { confirmationProblem, DEFAULT_CONFIRMATION, renderConfirmation } from './confirmation.ts'
export type { ConsentLanguage, ConsentTextKind, ConsentTextValues } from './consent-texts.ts'
export { CONSENT_LANGUAGES, consentTextProblem, defaultConsentText, renderConsentText } from './consent-texts.ts'
export type { DeliveryState, ShownState } from './delivery-order.ts'
export { DELIVERY_STATES, isFinal, rank, shownState } from './delivery-order.ts'
export type { FailureReason } from './failure-reason.ts'
export { explainFailure, FAILURE_REASONS, isFailureReason } from './failure-reason.ts'
export { repairFor, repairToGsm } from './gsm-repair.ts'
export { HOLD_MS } from './hold.ts'
export { joinDrafts } from './join-drafts.ts'
export type { TimelineText } from './newer-than-seen.ts'
export { isNewerThanSeen } from './newer-than-seen.ts'
export { offendingRuns } from './offenders.ts'
export { isSameNumber, spellingsOf } from './phone-spellings.ts'
export { plainNumber } from './plain-number.ts'
export { EMPTY_TEXT, PREVIEW_LENGTH, preview } from './preview.ts'
export type { Correspondents, ReplyObstacle } from './reply-obstacle.ts'
export { explainObstacle, replyObstacle } from './reply-obstacle.ts'
export type { Encoding, Measure } from './segments.ts'
export { MAX_SEGMENTS, measure } from './segments.ts'
export { showsAnything } from './shows-anything.ts'
export type { TicketView, ViewedTicket } from './ticket-views.ts'
export { isInView, isOldestFirst, momentIn, TICKET_VIEWS } from './ticket-views.ts'
export type { UnsettledState, WrittenText } from './unsettled.ts'
export {
  isUnsettled,
  isUnsettledState,
  mayHaveArrived,
  NEEDS_AGENT_AFTER_MS,
  needsAgent,
  UNSETTLED_STATES,
} from './unsettled.ts'
