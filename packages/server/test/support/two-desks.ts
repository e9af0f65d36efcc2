import { useCases } from '@textdesk/core'
import { FakePasswordHasher, FakePasswordJudge, FakeSmsGateway, FixedClock } from '@textdesk/core/testing'
import { pino } from 'pino'
import { onTestFinished } from 'vitest'
import { buildApp } from '../../src/app.ts'
import { apiOf } from '../../src/composition/api-of.ts'
import { buildContainer, type Container, type Overrides, token } from '../../src/composition/container.ts'
import { readConfig } from '../../src/config.ts'
import type { Persistence } from '../../src/persistence/persistence.ts'
import { DeskClient } from './desk-client.ts'
import { LIVE } from './live-settings.ts'
import { makeTestDatabase } from './test-database.ts'

/** One of several servers. Its workers do nothing unless they are told to. */
export interface ServerOfTwo {
  readonly container: Container
  readonly persistence: Persistence
  readonly client: DeskClient
}

export interface TwoDesks {
  readonly both: readonly [ServerOfTwo, ServerOfTwo]
  /** Stands still, and is both servers'. */
  readonly clock: FixedClock
  readonly gateway: FakeSmsGateway
  /** Both do it at once. */
  atOnce<T>(work: (server: ServerOfTwo) => Promise<T>): Promise<[T, T]>
}

interface Options {
  readonly env?: Record<string, string>
  readonly overrides?: Overrides
}

/** Two servers in this process on one database, live as far as they know. Gone when the test is over. */
export async function openTwoDesks({ env = {}, overrides = {} }: Options = {}): Promise<TwoDesks> {
  const database = await makeTestDatabase()
  onTestFinished(() => database.remove())
  const [clock, gateway] = [new FixedClock(), new FakeSmsGateway()]
  const fakes = {
    clock,
    passwordHasher: new FakePasswordHasher(),
    passwordJudge: new FakePasswordJudge(),
    gateways: { messagebird: gateway },
  }
  const config = readConfig({ ...LIVE, DATABASE_URL: database.url, LOG_LEVEL: 'silent', ...env })
  const open = async (): Promise<ServerOfTwo> => {
    const log = pino({ level: config.logLevel })
    const container = await buildContainer(config, log, { ...fakes, ...overrides })
    const persistence = container.resolve<Persistence>(token.persistence)
    const api = apiOf(container, config)
    await container.resolve(useCases.ensureInboxes).execute({ number: api.facts.deskNumber, provider: 'messagebird' })
    const app = await buildApp(api, { ...config, log, mostLoopDelayMs: 0 })
    onTestFinished(async () => {
      await app.close()
      await persistence.close()
    })
    return { container, persistence, client: new DeskClient(app) }
  }
  const both = [await open(), await open()] as const
  return { both, clock, gateway, atOnce: (work) => Promise.all([work(both[0]), work(both[1])]) }
}
