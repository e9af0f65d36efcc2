import type { FakeMode } from '../test/support/fake-message-bird-answers.ts'
import { DESK_NUMBER } from '../test/support/live-settings.ts'
import { textRequest } from '../test/support/message-bird-requests.ts'
import type { Fault, Trial, Verdict } from './fault.ts'
import { judgeRestarts, type Stops } from './rolling-restart/judge-restarts.ts'
import { TwoDoorLoad } from './rolling-restart/two-door-load.ts'
import { DeskAgent } from './support/desk-agent.ts'
import { openFaultDatabase } from './support/fault-database.ts'
import { fictionalNumber } from './support/fictional-number.ts'
import { PostgresMessageLedger } from './support/postgres-message-ledger.ts'
import { TwoServers } from './support/two-servers.ts'
import { until } from './support/until.ts'

const CONNECTIONS = 16
const TICKETS = 20
/** Texts taken by both servers together before the next one stops. */
const BETWEEN_STOPS = 50
/** The provider has taken so many texts, and not answered for them, when a server is told to stop. */
const IN_FLIGHT = 16

/** Two servers are updated one after the other while everybody goes on working. */
export const rollingRestart: Fault<{ rounds: number }> = {
  name: 'rolling-restart',
  promise: 'two servers restarted one after the other, under load: everybody is answered, nothing lost or sent twice',
  quick: { rounds: 1 },
  full: { rounds: 10 },
  run: tryRollingRestart,
}

async function tryRollingRestart({ amounts: { rounds }, folder, say }: Trial<{ rounds: number }>): Promise<Verdict> {
  const postgres = await openFaultDatabase()
  try {
    const servers = await TwoServers.start({ folder, databaseUrl: postgres.url, connections: CONNECTIONS })
    const ledger = new PostgresMessageLedger(postgres.url)
    try {
      const load = await begin(servers, ledger)
      const stops: Stops = { count: 0, slowestMs: 0 }
      for (let round = 0; round < rounds; round += 1) {
        say(`round ${round + 1} of ${rounds}, ${load.texts.record.taken} texts answered OK`)
        for (const place of [0, 1] as const) await restart(servers, load, { place, stops })
      }
      await load.stop()
      await until('everything due was sent', async () => (await ledger.waiting()) === 0)
      return await judgeRestarts({ servers, ledger, load, stops })
    } finally {
      await ledger.close()
      await servers.stop()
    }
  } finally {
    await postgres.remove()
  }
}

async function begin(servers: TwoServers, ledger: PostgresMessageLedger): Promise<TwoDoorLoad> {
  const agents = [new DeskAgent(servers.desks[0].server.url), new DeskAgent(servers.desks[1].server.url)] as const
  await agents[0].setUp(await servers.desks[0].server.setUpCode())
  await agents[1].signIn()
  for (let index = 0; index < TICKETS; index += 1) {
    const text = { from: fictionalNumber(index), to: DESK_NUMBER, body: `First text ${index}` }
    await servers.deliver(index % 2 === 0 ? 0 : 1, textRequest(text))
  }
  const tickets = await ledger.ticketsSince(0)
  return new TwoDoorLoad(servers, { agents, tickets: tickets.map(({ number }) => number) })
}

async function restart(servers: TwoServers, load: TwoDoorLoad, at: { place: 0 | 1; stops: Stops }): Promise<void> {
  const { provider } = servers.desks[0]
  const { server } = servers.desks[at.place]
  const goal = load.texts.record.taken + BETWEEN_STOPS
  await until('texts came in again', () => load.texts.record.taken >= goal)
  const before = provider.requests
  provider.answerNext(...Array<FakeMode>(IN_FLIGHT).fill('slow'))
  await until('texts were on their way', () => provider.requests > before + IN_FLIGHT / 2)
  const began = performance.now()
  await server.stop()
  at.stops.count += 1
  at.stops.slowestMs = Math.max(at.stops.slowestMs, Math.round(performance.now() - began))
  await server.start()
}
