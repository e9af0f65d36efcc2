import { useCases } from '@textdesk/core'
import { FakePasswordHasher, FakePasswordJudge, FakeSmsGateway, FixedClock } from '@textdesk/core/testing'
import { pino } from 'pino'
import { onTestFinished } from 'vitest'
import { type AppConfig, buildApp } from '../../src/app.ts'
import { apiOf } from '../../src/composition/api-of.ts'
import { buildContainer, type Container, type Overrides, token } from '../../src/composition/container.ts'
import { SelfRequests } from '../../src/composition/self-requests.ts'
import { type Config, readConfig } from '../../src/config.ts'
import type { Api } from '../../src/http/api.ts'
import type { DeskApp } from '../../src/http/route.ts'
import type { Persistence } from '../../src/persistence/persistence.ts'
import { DeskClient } from './desk-client.ts'
import { makeTestDatabase, type TestDatabase } from './test-database.ts'

export const PASSWORD = 'correct horse battery'
export const OWNER = { name: 'Olga', email: 'olga@example.com', password: PASSWORD }
/** Of a browser that has never been here. */
export const VISITOR = { networkAddress: '192.0.2.1', deviceToken: null, deviceLabel: null } as const
export const AGENT = { name: 'Ana', email: 'ana@example.com', role: 'agent' } as const

export interface TestDesk {
  readonly app: DeskApp
  readonly api: Api
  readonly clock: FixedClock
  readonly gateway: FakeSmsGateway
  readonly persistence: Persistence
  readonly container: Container
  readonly config: Config
  readonly database: TestDatabase
  /** A browser that nobody has signed in with. */
  readonly visitor: () => DeskClient
}

export interface PeopledDesk extends TestDesk {
  /** Signed in as OWNER. */
  readonly owner: DeskClient
  readonly ownerId: string
  /** Signed in as AGENT. */
  readonly agent: DeskClient
  readonly agentId: string
}

interface Options {
  readonly env?: Record<string, string>
  readonly app?: Partial<AppConfig>
  readonly overrides?: Overrides
}

/**
 * The real app on a real database file, with a clock that stands still, a cheap password hasher and a network that accepts
 * everything. Nobody has set it up, and nothing is sent unless the test dispatches. Gone when the test is over.
 */
export async function openEmptyDesk({
  env = {},
  app: appConfig = {},
  overrides = {},
}: Options = {}): Promise<TestDesk> {
  const database = await makeTestDatabase()
  const config = readConfig({ DATABASE_URL: database.url, LOG_LEVEL: 'silent', ...env })
  const log = pino({ level: config.logLevel })
  const [clock, gateway] = [new FixedClock(), new FakeSmsGateway()]
  const fakes = {
    clock,
    passwordHasher: new FakePasswordHasher(),
    passwordJudge: new FakePasswordJudge(),
    gateways: { simulated: gateway, messagebird: gateway },
  }
  const container = await buildContainer(config, log, { ...fakes, ...overrides })
  const persistence = container.resolve<Persistence>(token.persistence)
  const api = apiOf(container, config)
  const provider = api.facts.simulated ? 'simulated' : 'messagebird'
  await container.resolve(useCases.ensureInboxes).execute({ number: api.facts.deskNumber, provider })
  // A busy test machine is no crowd of visitors.
  const app = await buildApp(api, { ...config, log, mostLoopDelayMs: 0, ...appConfig })
  container.resolve(SelfRequests).attach(app)
  await app.ready()
  onTestFinished(async () => {
    await app.close()
    await persistence.close()
    await database.remove()
  })
  return { app, api, clock, gateway, persistence, container, config, database, visitor: () => new DeskClient(app) }
}

/** A desk with an owner and an agent, both signed in. */
export async function openDesk(options: Options = {}): Promise<PeopledDesk> {
  const desk = await openEmptyDesk(options)
  const [owner, agent] = [desk.visitor(), desk.visitor()]
  const { code } = await desk.container.resolve(useCases.prepareSetUp).execute()
  const ownerId = (await owner.post('/api/setup', { ...OWNER, code })).json().agent.id
  const { inviteUrl } = (await owner.post('/api/agents', AGENT)).json()
  const agentId = (await agent.put(invitePath(inviteUrl), { password: PASSWORD })).json().agent.id
  return { ...desk, owner, ownerId, agent, agentId }
}

/** The API behind the page that an invite link leads to. */
export function invitePath(inviteUrl: string): string {
  return `/api/invites/${inviteUrl.split('/').at(-1)}`
}
