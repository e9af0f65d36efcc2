import type {
  AlertChannel,
  ChangeFeed,
  Clock,
  DeskQueries,
  Ids,
  MessageArchive,
  PasswordHasher,
  PasswordJudge,
  Provider,
  Secrets,
  Shredder,
  SmsGateway,
  Storage,
  SystemQueries,
  TicketQueries,
  UnitOfWork,
  WorkspaceQueries,
} from '@textdesk/core'

/** What the use cases need from outside. */
export interface Ports {
  /** Null where the owner named none. */
  readonly alertChannel: AlertChannel | null
  /** Of the providers that keep a list of messages, as far as the desk is live. */
  readonly archives: Readonly<Partial<Record<Provider, MessageArchive>>>
  readonly changeFeed: ChangeFeed
  readonly clock: Clock
  readonly deskQueries: DeskQueries
  readonly gateways: Readonly<Partial<Record<Provider, SmsGateway>>>
  readonly ids: Ids
  readonly passwordHasher: PasswordHasher
  readonly passwordJudge: PasswordJudge
  readonly secrets: Secrets
  readonly shredder: Shredder
  readonly storage: Storage
  readonly systemQueries: SystemQueries
  readonly ticketQueries: TicketQueries
  readonly unitOfWork: UnitOfWork
  readonly workspaceQueries: WorkspaceQueries
}
