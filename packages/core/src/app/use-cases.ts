import { AcceptInvite } from './accounts/accept-invite.ts'
import { Authenticate } from './accounts/authenticate.ts'
import { ChangeAgent } from './accounts/change-agent.ts'
import { ChangeOwnPassword } from './accounts/change-own-password.ts'
import { EndSessions } from './accounts/end-sessions.ts'
import { InviteAgent } from './accounts/invite-agent.ts'
import { ListSessions } from './accounts/list-sessions.ts'
import { MakeAgentLink } from './accounts/make-agent-link.ts'
import { PrepareSetUp } from './accounts/prepare-set-up.ts'
import { ReadInvite } from './accounts/read-invite.ts'
import { ReadSetUpState } from './accounts/read-set-up-state.ts'
import { RecogniseDevice } from './accounts/recognise-device.ts'
import { ReleaseTickets } from './accounts/release-tickets.ts'
import { ResetPassword } from './accounts/reset-password.ts'
import { SetUpDesk } from './accounts/set-up-desk.ts'
import { SignIn } from './accounts/sign-in.ts'
import { SignOut } from './accounts/sign-out.ts'
import { BlockContact } from './customers/block-contact.ts'
import { ChangeContact } from './customers/change-contact.ts'
import { EraseContact } from './customers/erase-contact.ts'
import { ExportContact } from './customers/export-contact.ts'
import { OptInContact } from './customers/opt-in-contact.ts'
import { OptOutContact } from './customers/opt-out-contact.ts'
import { UnblockContact } from './customers/unblock-contact.ts'
import { ChangeInbox } from './operations/change-inbox.ts'
import { EnsureInboxes } from './operations/ensure-inboxes.ts'
import { RemovePracticeTickets } from './operations/remove-practice-tickets.ts'
import { TakeLeaderLease } from './operations/take-leader-lease.ts'
import { TellIncidents } from './operations/tell-incidents.ts'
import { WatchDesk } from './operations/watch-desk.ts'
import { ReceiveText } from './receiving/receive-text.ts'
import { FetchMissedTexts } from './reconciling/fetch-missed-texts.ts'
import { LookUpUncertainTexts } from './reconciling/look-up-uncertain-texts.ts'
import { AddNote } from './replying/add-note.ts'
import { AddCannedReply } from './replying/canned/add-canned-reply.ts'
import { ChangeCannedReply } from './replying/canned/change-canned-reply.ts'
import { RemoveCannedReply } from './replying/canned/remove-canned-reply.ts'
import { ConfirmArrival } from './replying/confirm-arrival.ts'
import { DiscardDraft } from './replying/discard-draft.ts'
import { ReplyToTicket } from './replying/reply-to-ticket.ts'
import { ResendReply } from './replying/resend-reply.ts'
import { SaveDraft } from './replying/save-draft.ts'
import { StartConversation } from './replying/start-conversation.ts'
import { UndoReply } from './replying/undo-reply.ts'
import { ClaimDueMessages } from './sending/claim-due-messages.ts'
import { RecordDeliveryReport } from './sending/record-delivery-report.ts'
import { RescueOverdueLeases } from './sending/rescue-overdue-leases.ts'
import { SendClaimedMessage } from './sending/send-claimed-message.ts'
import { AddTag } from './triage/add-tag.ts'
import { AssignTicket } from './triage/assign-ticket.ts'
import { CloseTicket } from './triage/close-ticket.ts'
import { DismissStopRequest } from './triage/dismiss-stop-request.ts'
import { MarkTicketRead } from './triage/mark-ticket-read.ts'
import { MergeTickets } from './triage/merge-tickets.ts'
import { MoveText } from './triage/move-text.ts'
import { RemoveTag } from './triage/remove-tag.ts'
import { ReopenTicket } from './triage/reopen-ticket.ts'
import { SnoozeTicket } from './triage/snooze-ticket.ts'
import { TagTicket } from './triage/tag-ticket.ts'
import { UndoAction } from './triage/undo-action.ts'
import { WakeSnoozedTickets } from './triage/wake-snoozed-tickets.ts'
import { WakeTicket } from './triage/wake-ticket.ts'

/** Everything the desk can do: the one list, from which the composition root makes each and routes and workers call them. */
export const useCases = {
  // accounts
  acceptInvite: AcceptInvite,
  authenticate: Authenticate,
  changeAgent: ChangeAgent,
  changeOwnPassword: ChangeOwnPassword,
  endSessions: EndSessions,
  inviteAgent: InviteAgent,
  listSessions: ListSessions,
  makeAgentLink: MakeAgentLink,
  prepareSetUp: PrepareSetUp,
  readInvite: ReadInvite,
  readSetUpState: ReadSetUpState,
  recogniseDevice: RecogniseDevice,
  releaseTickets: ReleaseTickets,
  resetPassword: ResetPassword,
  setUpDesk: SetUpDesk,
  signIn: SignIn,
  signOut: SignOut,

  // customers
  blockContact: BlockContact,
  changeContact: ChangeContact,
  eraseContact: EraseContact,
  exportContact: ExportContact,
  optInContact: OptInContact,
  optOutContact: OptOutContact,
  unblockContact: UnblockContact,

  // operations
  changeInbox: ChangeInbox,
  ensureInboxes: EnsureInboxes,
  removePracticeTickets: RemovePracticeTickets,
  takeLeaderLease: TakeLeaderLease,
  tellIncidents: TellIncidents,
  watchDesk: WatchDesk,

  // receiving
  receiveText: ReceiveText,

  // reconciling
  fetchMissedTexts: FetchMissedTexts,
  lookUpUncertainTexts: LookUpUncertainTexts,

  // replying
  addCannedReply: AddCannedReply,
  addNote: AddNote,
  changeCannedReply: ChangeCannedReply,
  confirmArrival: ConfirmArrival,
  discardDraft: DiscardDraft,
  removeCannedReply: RemoveCannedReply,
  replyToTicket: ReplyToTicket,
  resendReply: ResendReply,
  saveDraft: SaveDraft,
  startConversation: StartConversation,
  undoReply: UndoReply,

  // sending
  claimDueMessages: ClaimDueMessages,
  recordDeliveryReport: RecordDeliveryReport,
  rescueOverdueLeases: RescueOverdueLeases,
  sendClaimedMessage: SendClaimedMessage,

  // triage
  addTag: AddTag,
  assignTicket: AssignTicket,
  closeTicket: CloseTicket,
  dismissStopRequest: DismissStopRequest,
  markTicketRead: MarkTicketRead,
  mergeTickets: MergeTickets,
  moveText: MoveText,
  removeTag: RemoveTag,
  reopenTicket: ReopenTicket,
  snoozeTicket: SnoozeTicket,
  tagTicket: TagTicket,
  undoAction: UndoAction,
  wakeSnoozedTickets: WakeSnoozedTickets,
  wakeTicket: WakeTicket,
} as const

export type UseCases = { readonly [Name in keyof typeof useCases]: InstanceType<(typeof useCases)[Name]> }
