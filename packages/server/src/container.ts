import 'reflect-metadata'
import type { Clock, Ids, PasswordHasher, Provider, Secrets, SmsGateway } from '@textdesk/core'
import type { Logger } from 'pino'
import { type DependencyContainer, instanceCachingFactory, container as root } from 'tsyringe'
import type { Config } from './config.ts'
import { EventHub } from './http/events/event-hub.ts'
import { WebhookJournal } from './http/webhooks/webhook-journal.ts'
import { BATCH_LIMIT } from './persistence/sqlite/group-commit.ts'
import { openSqlitePersistence, type SqlitePersistence } from './persistence/sqlite/open-sqlite-persistence.ts'
import { Argon2PasswordHasher } from './security/argon2-password-hasher.ts'
import { RandomSecrets } from './security/random-secrets.ts'
import { MessageBirdGateway } from './sms/messagebird/message-bird-gateway.ts'
import { SimulatedGateway } from './sms/simulated/simulated-gateway.ts'
import { SimulatedWebhooks } from './sms/simulated/simulated-webhooks.ts'
import { SystemClock } from './system/system-clock.ts'
import { UuidIds } from './system/uuid-ids.ts'
import type { Ports } from './wiring/ports.ts'
import { SelfRequests } from './wiring/self-requests.ts'
import { useCases } from './wiring/use-cases.ts'
import { Dispatcher } from './workers/dispatcher.ts'
import { Housekeeper } from './workers/housekeeper.ts'

/** What has no class of its own to be asked for by. */
export const token = {
  clock: Symbol('Clock'),
  gateways: Symbol('gateways'),
  ids: Symbol('Ids'),
  log: Symbol('Logger'),
  passwordHasher: Symbol('PasswordHasher'),
  persistence: Symbol('persistence'),
  secrets: Symbol('Secrets'),
} as const

/** What tests and tools put in place of the real thing. */
export interface Overrides {
  readonly clock?: Clock
  readonly gateways?: Readonly<Partial<Record<Provider, SmsGateway>>>
  readonly ids?: Ids
  readonly passwordHasher?: PasswordHasher
  readonly secrets?: Secrets
  /** For the command line: see openSqlitePersistence. */
  readonly besideRunningDesk?: boolean
  /** For measuring: units of work per transaction. */
  readonly batchLimit?: number
}

/** What the desk is made of, to be asked for by class or by `token`. */
export type Container = DependencyContainer

type Make<T> = (container: DependencyContainer) => T

/**
 * Where everything is put together: who knows this file knows what the desk is made of.
 * @throws DeskInUseError, DatabaseTooNewError
 */
export async function buildContainer(
  config: Config,
  log: Logger,
  overrides: Overrides = {},
): Promise<DependencyContainer> {
  // A container of its own for every desk: what a shared one has cached, no override would reach.
  const container = root.createChildContainer()
  const once = <T>(key: symbol | (new (...args: never[]) => T), make: Make<T>) =>
    container.register<T>(key as never, { useFactory: instanceCachingFactory(make) })
  const persistence = await openPersistence(config, log, overrides)

  once(token.log, () => log)
  once(token.persistence, () => persistence)
  once(token.clock, () => overrides.clock ?? new SystemClock())
  once(token.ids, (c) => overrides.ids ?? new UuidIds(c.resolve(token.clock)))
  once(token.secrets, () => overrides.secrets ?? new RandomSecrets())
  once(token.passwordHasher, () => overrides.passwordHasher ?? new Argon2PasswordHasher())
  registerNetwork(once, config, overrides)
  for (const useCase of Object.values(useCases)) once<object>(useCase, (c) => new useCase(portsOf(c)))
  registerWorkers(once)
  once(EventHub, (c) => new EventHub(portsOf(c).changeFeed))
  once(WebhookJournal, () => new WebhookJournal())
  return container
}

export function portsOf(container: DependencyContainer): Ports {
  const { unitOfWork, deskQueries, ticketQueries, changeFeed } = container.resolve<SqlitePersistence>(token.persistence)
  return {
    unitOfWork,
    deskQueries,
    ticketQueries,
    changeFeed,
    clock: container.resolve(token.clock),
    ids: container.resolve(token.ids),
    secrets: container.resolve(token.secrets),
    passwordHasher: container.resolve(token.passwordHasher),
    gateways: container.resolve(token.gateways),
  }
}

type Once = <T>(key: symbol | (new (...args: never[]) => T), make: Make<T>) => unknown

function registerNetwork(once: Once, { publicUrl, messageBird }: Config, overrides: Overrides): void {
  once(SelfRequests, () => new SelfRequests())
  once(SimulatedWebhooks, (c) => {
    const key = c.resolve<Secrets>(token.secrets).token()
    return new SimulatedWebhooks({ publicUrl, key, clock: c.resolve(token.clock) })
  })
  once(SimulatedGateway, (c) => {
    const webhooks = c.resolve(SimulatedWebhooks)
    const report = (fields: Record<string, string>) => c.resolve(SelfRequests).send(webhooks.report(fields))
    return new SimulatedGateway({ ids: c.resolve(token.ids), report, onError: warner(c) })
  })
  once(token.gateways, (c) => {
    if (overrides.gateways) return overrides.gateways
    const simulated = c.resolve(SimulatedGateway)
    if (!messageBird) return { simulated }
    const reportUrl = `${publicUrl}/webhooks/messagebird/status`
    return { simulated, messagebird: new MessageBirdGateway({ accessKey: messageBird.apiKey, reportUrl }) }
  })
}

function registerWorkers(once: Once): void {
  once(Dispatcher, (c) => {
    const { claimDueMessages, sendClaimedMessage, rescueOverdueLeases } = useCases
    return new Dispatcher({
      ...portsOf(c),
      claimDueMessages: c.resolve(claimDueMessages),
      sendClaimedMessage: c.resolve(sendClaimedMessage),
      rescueOverdueLeases: c.resolve(rescueOverdueLeases),
      onError: warner(c),
    })
  })
  once(Housekeeper, (c) => new Housekeeper({ ...portsOf(c), onError: warner(c) }))
}

function openPersistence({ databaseFile }: Config, log: Logger, overrides: Overrides) {
  const { besideRunningDesk = false, batchLimit = BATCH_LIMIT } = overrides
  const warn = (message: string, error?: unknown) => log.warn({ err: error }, message)
  return openSqlitePersistence({ file: databaseFile, warn, besideRunningDesk, batchLimit })
}

function warner(container: DependencyContainer): (error: unknown) => void {
  const log = container.resolve<Logger>(token.log)
  return (error) => log.error({ err: error }, 'a worker failed and will try again')
}
