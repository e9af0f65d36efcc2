import type {
  AlertChannel,
  Clock,
  Ids,
  MessageArchive,
  PasswordHasher,
  PasswordJudge,
  Provider,
  ProviderAccount,
  PublicAddress,
  Secrets,
  SmsGateway,
  Storage,
} from '@textdesk/core'
import type { Logger } from 'pino'
import type { DependencyContainer } from 'tsyringe'
import type { Persistence } from '../persistence/persistence.ts'
import type { Ports } from './ports.ts'

/** What has no class of its own to be asked for by. */
export const token = {
  account: Symbol('ProviderAccount'),
  address: Symbol('PublicAddress'),
  alertChannel: Symbol('AlertChannel'),
  archives: Symbol('archives'),
  clock: Symbol('Clock'),
  gateways: Symbol('gateways'),
  ids: Symbol('Ids'),
  log: Symbol('Logger'),
  passwordHasher: Symbol('PasswordHasher'),
  passwordJudge: Symbol('PasswordJudge'),
  persistence: Symbol('persistence'),
  presence: Symbol('Presence'),
  secrets: Symbol('Secrets'),
  storage: Symbol('Storage'),
} as const

/** What tests and tools put in place of the real thing. */
export interface Overrides {
  readonly account?: ProviderAccount
  readonly address?: PublicAddress
  readonly alertChannel?: AlertChannel
  readonly archives?: Readonly<Partial<Record<Provider, MessageArchive>>>
  readonly clock?: Clock
  readonly gateways?: Readonly<Partial<Record<Provider, SmsGateway>>>
  readonly ids?: Ids
  readonly passwordHasher?: PasswordHasher
  readonly passwordJudge?: PasswordJudge
  readonly secrets?: Secrets
  readonly storage?: Storage
  /** For the command line: see openSqlitePersistence. */
  readonly besideRunningDesk?: boolean
  /** For measuring: units of work per transaction. */
  readonly batchLimit?: number
}

/** What the desk is made of, to be asked for by class or by `token`. */
export type Container = DependencyContainer

export type Make<T> = (container: DependencyContainer) => T

/** Registers how something is made, the first time it is asked for. */
export type Once = <T>(key: symbol | (new (...args: never[]) => T), make: Make<T>) => unknown

export function portsOf(container: DependencyContainer): Ports {
  const persistence = container.resolve<Persistence>(token.persistence)
  const { unitOfWork, deskQueries, systemQueries, ticketQueries, workspaceQueries, changeFeed, shredder } = persistence
  return {
    unitOfWork,
    deskQueries,
    systemQueries,
    ticketQueries,
    workspaceQueries,
    changeFeed,
    shredder,
    clock: container.resolve(token.clock),
    ids: container.resolve(token.ids),
    secrets: container.resolve(token.secrets),
    passwordHasher: container.resolve(token.passwordHasher),
    passwordJudge: container.resolve(token.passwordJudge),
    archives: container.resolve(token.archives),
    gateways: container.resolve(token.gateways),
    storage: container.resolve(token.storage),
    alertChannel: container.resolve(token.alertChannel),
  }
}

export function warner(container: DependencyContainer): (error: unknown) => void {
  const log = container.resolve<Logger>(token.log)
  return (error) => log.error({ err: error }, 'a worker failed and will try again')
}
