import type {
  AcceptInvite,
  AddCannedReply,
  AddNote,
  AddTag,
  AssignTicket,
  Authenticate,
  BlockContact,
  ChangeAgent,
  ChangeCannedReply,
  ChangeContact,
  ChangeInbox,
  ChangeOwnPassword,
  CloseTicket,
  ConfirmArrival,
  DiscardDraft,
  DismissStopRequest,
  EndSessions,
  EraseContact,
  ExportContact,
  InviteAgent,
  ListSessions,
  MakeAgentLink,
  MarkTicketRead,
  MergeTickets,
  MoveText,
  OptInContact,
  OptOutContact,
  ReadInvite,
  ReadSetUpState,
  ReceiveText,
  RecogniseDevice,
  RecordDeliveryReport,
  RemoveCannedReply,
  RemovePracticeTickets,
  RemoveTag,
  ReopenTicket,
  ReplyToTicket,
  ResendReply,
  SaveDraft,
  SetUpDesk,
  SignIn,
  SignOut,
  SnoozeTicket,
  StartConversation,
  TagTicket,
  UnblockContact,
  UndoAction,
  UndoReply,
  WakeTicket,
} from '@textdesk/core'

/** All the routes can ask the desk to do. */
export interface ApiUseCases {
  readonly acceptInvite: AcceptInvite
  readonly addCannedReply: AddCannedReply
  readonly addNote: AddNote
  readonly assignTicket: AssignTicket
  readonly authenticate: Authenticate
  readonly blockContact: BlockContact
  readonly changeAgent: ChangeAgent
  readonly changeCannedReply: ChangeCannedReply
  readonly changeContact: ChangeContact
  readonly changeInbox: ChangeInbox
  readonly changeOwnPassword: ChangeOwnPassword
  readonly closeTicket: CloseTicket
  readonly confirmArrival: ConfirmArrival
  readonly discardDraft: DiscardDraft
  readonly dismissStopRequest: DismissStopRequest
  readonly endSessions: EndSessions
  readonly eraseContact: EraseContact
  readonly exportContact: ExportContact
  readonly inviteAgent: InviteAgent
  readonly listSessions: ListSessions
  readonly makeAgentLink: MakeAgentLink
  readonly markTicketRead: MarkTicketRead
  readonly mergeTickets: MergeTickets
  readonly moveText: MoveText
  readonly optInContact: OptInContact
  readonly optOutContact: OptOutContact
  readonly readInvite: ReadInvite
  readonly readSetUpState: ReadSetUpState
  readonly receiveText: ReceiveText
  readonly recogniseDevice: RecogniseDevice
  readonly recordDeliveryReport: RecordDeliveryReport
  readonly removeCannedReply: RemoveCannedReply
  readonly removePracticeTickets: RemovePracticeTickets
  readonly reopenTicket: ReopenTicket
  readonly replyToTicket: ReplyToTicket
  readonly resendReply: ResendReply
  readonly saveDraft: SaveDraft
  readonly setUpDesk: SetUpDesk
  readonly signIn: SignIn
  readonly signOut: SignOut
  readonly snoozeTicket: SnoozeTicket
  readonly startConversation: StartConversation
  readonly addTag: AddTag
  readonly removeTag: RemoveTag
  readonly tagTicket: TagTicket
  readonly unblockContact: UnblockContact
  readonly undoAction: UndoAction
  readonly undoReply: UndoReply
  readonly wakeTicket: WakeTicket
}
