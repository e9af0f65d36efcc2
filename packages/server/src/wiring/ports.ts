import type {
  ChangeFeed,
  Clock,
  DeskQueries,
  Ids,
  PasswordHasher,
  Provider,
  Secrets,
  SmsGateway,
  TicketQueries,
  UnitOfWork,
} from '@textdesk/core'

/** What the use cases need from outside. */
export interface Ports {
  readonly changeFeed: ChangeFeed
  readonly clock: Clock
  readonly deskQueries: DeskQueries
  readonly gateways: Readonly<Partial<Record<Provider, SmsGateway>>>
  readonly ids: Ids
  readonly passwordHasher: PasswordHasher
  readonly secrets: Secrets
  readonly ticketQueries: TicketQueries
  readonly unitOfWork: UnitOfWork
}
