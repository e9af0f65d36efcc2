/** What the desk can do. */
export * from './agent/index.ts'
/** What it speaks of. */
export { type Address, type ContactKind, isAnswerable } from './contact/address.ts'
export { BlockContact } from './contact/block-contact.ts'
export type { Contact } from './contact/contact.ts'
export { OptInContact } from './contact/opt-in-contact.ts'
export { OptOutContact } from './contact/opt-out-contact.ts'
export type { OptOutWords } from './contact/opt-out-words.ts'
export { RenameContact } from './contact/rename-contact.ts'
export { UnblockContact } from './contact/unblock-contact.ts'
export { ClaimDueMessages } from './delivery/claim-due-messages.ts'
export { type Delivery, LEASE_MS, NEEDS_AGENT_AFTER_MS, needsAgent } from './delivery/delivery.ts'
export { type ReceivedReport, RecordDeliveryReport } from './delivery/record-delivery-report.ts'
export { RescueOverdueLeases } from './delivery/rescue-overdue-leases.ts'
export { SendClaimedMessage } from './delivery/send-claimed-message.ts'
export { DomainError, type DomainErrorCode } from './errors.ts'
export { ChangeInbox } from './inbox/change-inbox.ts'
export { EnsureInboxes } from './inbox/ensure-inboxes.ts'
export { type Inbox, newInbox, type Provider } from './inbox/inbox.ts'
export { AddNote } from './message/add-note.ts'
export { ConfirmArrival } from './message/confirm-arrival.ts'
export type { AutomaticPurpose, Message, MessageKind } from './message/message.ts'
export { type ReceivedText, ReceiveText, type ReceiveTextResult } from './message/receive-text.ts'
export { HOLD_MS, ReplyToTicket } from './message/reply-to-ticket.ts'
export { ResendReply } from './message/resend-reply.ts'
export { StartConversation } from './message/start-conversation.ts'
export { UndoReply } from './message/undo-reply.ts'
/** What it needs from outside. */
export type { ActivityRepository } from './ports/activity-repository.ts'
export type { AgentRepository } from './ports/agent-repository.ts'
export type { AuditEntry, AuditLog } from './ports/audit-log.ts'
export type { AutomaticTextLedger } from './ports/automatic-text-ledger.ts'
export type { Change, ChangeFeed, ChangeRecorder, TicketChange } from './ports/change-feed.ts'
export type { Clock } from './ports/clock.ts'
export type { ContactRepository } from './ports/contact-repository.ts'
export type { DeskQueries, PhoneMessage } from './ports/desk-queries.ts'
export type { Ids } from './ports/ids.ts'
export type { InboxRepository } from './ports/inbox-repository.ts'
export type { InviteRepository } from './ports/invite-repository.ts'
export type { MessageHistory, MessageRepository } from './ports/message-repository.ts'
export type { OptOut, OptOutRepository, OptOutSource } from './ports/opt-out-repository.ts'
export type { OutboxRepository } from './ports/outbox-repository.ts'
export type { PasswordHasher } from './ports/password-hasher.ts'
export type { ReadRepository } from './ports/read-repository.ts'
export type { ReceiptRepository } from './ports/receipt-repository.ts'
export type { ReportRepository, StoredReport } from './ports/report-repository.ts'
export type { Secrets } from './ports/secrets.ts'
export type { SessionRepository } from './ports/session-repository.ts'
export type { SettingKey, SettingRepository } from './ports/setting-repository.ts'
export type { SignInFailureRepository, SignInFailures } from './ports/sign-in-failure-repository.ts'
export type { OutgoingText, SendOutcome, SmsGateway } from './ports/sms-gateway.ts'
export {
  type AgentRef,
  type ContactRef,
  type InboxRef,
  type Page,
  type TicketListQuery,
  type TicketQueries,
  type TicketRow,
  type TicketView,
  type TimelineItem,
  ticketViews,
  type ViewCounts,
} from './ports/ticket-queries.ts'
export type { TicketRepository } from './ports/ticket-repository.ts'
export type { Desk, UnitOfWork } from './ports/unit-of-work.ts'
export { type DeliveryState, shownState } from './text/delivery-order.ts'
export type { FailureReason } from './text/failure-reason.ts'
export type { Activity, ActivityKind } from './ticket/activity.ts'
export { AssignTicket } from './ticket/assign-ticket.ts'
export { CloseTicket } from './ticket/close-ticket.ts'
export { MarkTicketRead } from './ticket/mark-ticket-read.ts'
export { ReopenTicket } from './ticket/reopen-ticket.ts'
export type { LastMessage, NewTicket, Ticket, TicketOrigin, TicketStatus } from './ticket/ticket.ts'
