import 'reflect-metadata'
import { type MessageArchive, type Provider, type Secrets, type SmsGateway, useCases } from '@textdesk/core'
import type { Logger } from 'pino'
import { type DependencyContainer, instanceCachingFactory, container as root } from 'tsyringe'
import type { Config } from '../config.ts'
import { EventHub } from '../http/events/event-hub.ts'
import { MemoryPresence } from '../http/events/memory-presence.ts'
import type { Presence } from '../http/events/presence.ts'
import { SharedPresence } from '../http/events/shared-presence.ts'
import type { Persistence } from '../persistence/persistence.ts'
import { openPostgresPersistence } from '../persistence/postgres/open-postgres-persistence.ts'
import { BATCH_LIMIT } from '../persistence/sqlite/group-commit.ts'
import { openSqlitePersistence } from '../persistence/sqlite/open-sqlite-persistence.ts'
import { MessageBirdArchive } from '../providers/messagebird/message-bird-archive.ts'
import { MessageBirdGateway } from '../providers/messagebird/message-bird-gateway.ts'
import { SendTally } from '../providers/send-tally.ts'
import { SimulatedGateway } from '../providers/simulator/simulated-gateway.ts'
import { SimulatedWebhooks } from '../providers/simulator/simulated-webhooks.ts'
import { Argon2PasswordHasher } from '../security/argon2-password-hasher.ts'
import { RandomSecrets } from '../security/random-secrets.ts'
import { ZxcvbnPasswordJudge } from '../security/zxcvbn-password-judge.ts'
import { SystemClock } from '../system/system-clock.ts'
import { UuidIds } from '../system/uuid-ids.ts'
import { type Make, type Once, type Overrides, portsOf, token, warner } from './parts.ts'
import { registerWatch } from './register-watch.ts'
import { registerWorkers } from './register-workers.ts'
import { SelfRequests } from './self-requests.ts'

export { type Container, type Overrides, portsOf, token } from './parts.ts'

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
  once(token.passwordJudge, () => overrides.passwordJudge ?? new ZxcvbnPasswordJudge())
  registerNetwork(once, config, overrides)
  for (const useCase of Object.values(useCases)) once<object>(useCase, (c) => new useCase(depsOf(c)))
  registerWorkers(once)
  once<Presence>(token.presence, () => presenceBeside(persistence))
  once(EventHub, (c) => new EventHub({ ...portsOf(c), presence: c.resolve(token.presence) }))
  registerWatch(once, config, overrides)
  return container
}

/** Two of the use cases take in what they find by way of others. */
function depsOf(container: DependencyContainer) {
  return {
    ...portsOf(container),
    get receiveText() {
      return container.resolve(useCases.receiveText)
    },
    get recordDeliveryReport() {
      return container.resolve(useCases.recordDeliveryReport)
    },
  }
}

function registerNetwork(once: Once, config: Config, overrides: Overrides): void {
  const { publicUrl, messageBird } = config
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
  // Where something stands in for the network, the real one isn't asked either.
  once(token.archives, () => overrides.archives ?? (overrides.gateways ? {} : archivesOf(config)))
  once(SendTally, () => new SendTally())
  once(token.gateways, (c) => {
    const tally = c.resolve(SendTally)
    const gateways = overrides.gateways ?? gatewaysOf(c, messageBird && { ...messageBird, publicUrl })
    return Object.fromEntries(Object.entries(gateways).map(([provider, gateway]) => [provider, tally.over(gateway)]))
  })
}

function archivesOf({ messageBird }: Config): Readonly<Partial<Record<Provider, MessageArchive>>> {
  return messageBird ? { messagebird: new MessageBirdArchive({ accessKey: messageBird.apiKey }) } : {}
}

function gatewaysOf(
  container: DependencyContainer,
  live: { readonly apiKey: string; readonly publicUrl: string } | null,
): Readonly<Record<string, SmsGateway>> {
  const simulated = container.resolve(SimulatedGateway)
  if (!live) return { simulated }
  const reportUrl = `${live.publicUrl}/webhooks/messagebird/status`
  return { simulated, messagebird: new MessageBirdGateway({ accessKey: live.apiKey, reportUrl }) }
}

function presenceBeside({ peers }: Persistence): Presence {
  const memory = new MemoryPresence()
  return peers === null ? memory : new SharedPresence(memory, peers)
}

function openPersistence({ database }: Config, log: Logger, overrides: Overrides): Promise<Persistence> {
  const { besideRunningDesk = false, batchLimit = BATCH_LIMIT } = overrides
  const warn = (message: string, error?: unknown) => log.warn({ err: error }, message)
  return database.kind === 'sqlite'
    ? openSqlitePersistence({ file: database.file, warn, besideRunningDesk, batchLimit })
    : openPostgresPersistence({ connectionString: database.url, warn })
}
