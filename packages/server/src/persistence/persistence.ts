import type {
  ChangeFeed,
  DeskQueries,
  Peers,
  Shredder,
  Storage,
  SystemQueries,
  TicketQueries,
  UnitOfWork,
  WorkspaceQueries,
} from '@textdesk/core'

/** What every database offers to the desk. */
export interface Persistence {
  readonly unitOfWork: UnitOfWork
  readonly ticketQueries: TicketQueries
  readonly deskQueries: DeskQueries
  readonly systemQueries: SystemQueries
  readonly workspaceQueries: WorkspaceQueries
  readonly shredder: Shredder
  readonly changeFeed: ChangeFeed
  readonly storage: Storage
  /** Null where one process has the database to itself. */
  readonly peers: Peers | null
  /** Begins what follows the desk's data by itself, such as an index. */
  start(): void
  /** Resolves when everything that was committed before can be found by its words. */
  settleSearch(): Promise<void>
  /** Whether the desk can be written to now; waits for a lock no longer than a unit of work does. */
  isHealthy(): Promise<boolean>
  close(): Promise<void>
}
