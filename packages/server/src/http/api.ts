import type {
  AcceptInvite,
  AddNote,
  AssignTicket,
  Authenticate,
  BlockContact,
  ChangeAgent,
  ChangeFeed,
  ChangeInbox,
  ChangeOwnPassword,
  Clock,
  CloseTicket,
  ConfirmArrival,
  DeskQueries,
  InviteAgent,
  MarkTicketRead,
  OptInContact,
  OptOutContact,
  ReadInvite,
  ReadSetUpState,
  ReceiveText,
  RecordDeliveryReport,
  RenameContact,
  ReopenTicket,
  ReplyToTicket,
  ResendReply,
  SetUpDesk,
  SignIn,
  SignOut,
  StartConversation,
  TicketQueries,
  UnblockContact,
  UndoReply,
} from '@textdesk/core'
import type { messageBirdWire } from '../sms/messagebird/message-bird-wire.ts'
import type { SimulatedWebhooks } from '../sms/simulated/simulated-webhooks.ts'
import type { EventHub } from './events/event-hub.ts'
import type { WebhookJournal } from './webhooks/webhook-journal.ts'

/** All the routes can ask of the desk. */
export interface Api {
  readonly acceptInvite: AcceptInvite
  readonly addNote: AddNote
  readonly assignTicket: AssignTicket
  readonly authenticate: Authenticate
  readonly blockContact: BlockContact
  readonly changeAgent: ChangeAgent
  readonly changeInbox: ChangeInbox
  readonly changeOwnPassword: ChangeOwnPassword
  readonly closeTicket: CloseTicket
  readonly confirmArrival: ConfirmArrival
  readonly inviteAgent: InviteAgent
  readonly markTicketRead: MarkTicketRead
  readonly optInContact: OptInContact
  readonly optOutContact: OptOutContact
  readonly readInvite: ReadInvite
  readonly readSetUpState: ReadSetUpState
  readonly receiveText: ReceiveText
  readonly recordDeliveryReport: RecordDeliveryReport
  readonly renameContact: RenameContact
  readonly reopenTicket: ReopenTicket
  readonly replyToTicket: ReplyToTicket
  readonly resendReply: ResendReply
  readonly setUpDesk: SetUpDesk
  readonly signIn: SignIn
  readonly signOut: SignOut
  readonly startConversation: StartConversation
  readonly unblockContact: UnblockContact
  readonly undoReply: UndoReply

  readonly changeFeed: ChangeFeed
  readonly clock: Clock
  readonly deskQueries: DeskQueries
  readonly ticketQueries: TicketQueries
  readonly facts: DeskFacts

  /** How the SMS provider writes and signs its webhooks. */
  readonly wire: typeof messageBirdWire
  readonly simulatedWebhooks: SimulatedWebhooks
  readonly webhookJournal: WebhookJournal
  readonly eventHub: EventHub
  /** Whether texts are being sent. */
  readonly isDispatching: () => boolean
}

/** What the routes must know of the configuration. */
export interface DeskFacts {
  /** Where the outside reaches the desk, e.g. "https://desk.example.org"; no slash at the end. */
  readonly publicUrl: string
  /** No SMS leaves this computer. */
  readonly simulated: boolean
  /** The desk's own number, E.164. */
  readonly deskNumber: string
  /** The country (ISO 3166, e.g. "NL") that numbers without a prefix are read in; null when the desk's number has none. */
  readonly defaultCountry: string | null
  /** Null in simulated mode, and where unsigned webhooks are allowed without one. */
  readonly signingKey: string | null
  /** ALLOW_UNSIGNED_WEBHOOKS is set: a webhook without a signature is taken. */
  readonly unsignedWebhooks: boolean
  /** Lets `GET /metrics` be read from elsewhere than this computer. */
  readonly metricsToken: string | null
}
