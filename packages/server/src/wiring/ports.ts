import type {
  AlertChannel,
  ChangeFeed,
  Clock,
  DeskQueries,
  Ids,
  PasswordHasher,
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
  readonly changeFeed: ChangeFeed
  readonly clock: Clock
  readonly deskQueries: DeskQueries
  readonly gateways: Readonly<Partial<Record<Provider, SmsGateway>>>
  readonly ids: Ids
  readonly passwordHasher: PasswordHasher
  readonly secrets: Secrets
  readonly shredder: Shredder
  readonly storage: Storage
  readonly systemQueries: SystemQueries
  readonly ticketQueries: TicketQueries
  readonly unitOfWork: UnitOfWork
  readonly workspaceQueries: WorkspaceQueries
}
