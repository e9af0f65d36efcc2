import { randomInt } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { PostgresServer } from '../test/support/postgres-server.ts'
import { judgeTexts } from './database/judge-texts.ts'
import { retryAfter } from './database/retry-after.ts'
import type { ServerWatch } from './database/server-watch.ts'
import { WatchedServers } from './database/watched-servers.ts'
import type { Fault, Trial, Verdict } from './fault.ts'
import { milliseconds } from './support/milliseconds.ts'
import { until } from './support/until.ts'

type Amounts = { kills: number }

const MAX_RETURN_MS = 5_000
/** Of what was asked before PostgreSQL was dead, the answer may still be that all is well. */
const GRACE_MS = 1_000
const SETTLED_MS = 1_000

export const database: Fault<Amounts> = {
  name: 'database',
  promise:
    'PostgreSQL dies under load: no text is lost, and both servers are well within 5 s of its return, by themselves',
  quick: { kills: 2 },
  full: { kills: 20 },
  run: tryDatabase,
}

async function tryDatabase({ amounts: { kills }, folder, say }: Trial<Amounts>): Promise<Verdict> {
  const postgres = await PostgresServer.start()
  const desk = await WatchedServers.open({ folder, databaseUrl: postgres.url() })
  const broken: string[] = []
  const returns: number[] = []
  try {
    desk.load.start()
    await desk.untilTaken(performance.now())
    for (let kill = 0; kill < kills; kill += 1) {
      say(`${kill} of ${kills} kills`)
      returns.push(await killOnce(desk, postgres, broken))
    }
    await desk.load.stop()
    const verdict = await judgeTexts(desk.servers, desk.load)
    const slowest = Math.max(...returns)
    if (slowest > MAX_RETURN_MS) broken.push(`a server needed ${milliseconds(slowest)} after the return of PostgreSQL`)
    const figures = { kills, ...verdict.figures, 'both servers well again, at most': milliseconds(slowest) }
    return { figures, broken: [...broken, ...verdict.broken] }
  } finally {
    await desk.close()
    await postgres.stop()
  }
}

/** Milliseconds from its return until both servers were well again. */
async function killOnce(desk: WatchedServers, postgres: PostgresServer, broken: string[]): Promise<number> {
  const { watches } = desk
  const resets = watches.map((watch) => watch.resets)
  await sleep(randomInt(1_500))
  await postgres.kill()
  const killedAt = performance.now()
  await sleep(GRACE_MS + randomInt(3_000))
  if ((await retryAfter(desk.servers)) === null) broken.push('a 503 does not say when to come again')
  for (const watch of watches) broken.push(...complaintsOf(watch, killedAt + GRACE_MS))
  await postgres.start()
  const returnedAt = performance.now()
  const ready = await Promise.all(watches.map((watch) => watch.readyAfter(returnedAt)))
  const taken = await desk.untilTaken(returnedAt)
  await until('every page was told to fetch everything', () =>
    watches.every((watch, place) => watch.resets > (resets[place] ?? 0)),
  )
  await sleep(SETTLED_MS)
  return Math.max(...ready, taken)
}

function complaintsOf(watch: ServerWatch, since: number): string[] {
  const looks = watch.looks.filter(({ askedAt }) => askedAt >= since)
  if (looks.length === 0) return ['/readyz said nothing while PostgreSQL was dead']
  return looks.filter(({ status }) => status !== 503).map(({ status }) => `/readyz said ${status} without a PostgreSQL`)
}
