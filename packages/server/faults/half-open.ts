import { setTimeout as sleep } from 'node:timers/promises'
import { FaultProxy } from '../test/support/fault-proxy.ts'
import { judgeTexts } from './database/judge-texts.ts'
import { WatchedServers } from './database/watched-servers.ts'
import type { Fault, Trial, Verdict } from './fault.ts'
import { type Cut, cuts } from './half-open/cuts.ts'
import { openFaultDatabase } from './support/fault-database.ts'
import { milliseconds } from './support/milliseconds.ts'
import { until } from './support/until.ts'

type Amounts = { cuts: number; seconds: number }

interface Times {
  /** From the silence until a server says that it is not ready. */
  readonly noticedMs: number
  /** From the moment when new connections pass until both servers are well. */
  readonly wellMs: number
  /** From that moment until every page was told to fetch everything again. */
  readonly toldMs: number
}

interface Silence {
  readonly cut: Cut
  /** The servers that it is about. */
  readonly doors: readonly (0 | 1)[]
  readonly proxies: readonly [FaultProxy, FaultProxy]
  readonly seconds: number
}

const MAX_NOTICE_MS = 10_000
const MAX_RETURN_MS = 10_000
const SETTLED_MS = 2_000

/** Through proxies between each server and PostgreSQL, that stop to pass anything and tell nobody. */
export const halfOpen: Fault<Amounts> = {
  name: 'half-open',
  promise: 'connections to PostgreSQL that fall silent are noticed within 10 s, and no text is lost',
  quick: { cuts: 1, seconds: 9 },
  full: { cuts: 12, seconds: 15 },
  run: tryHalfOpen,
}

async function tryHalfOpen({ amounts, folder, say }: Trial<Amounts>): Promise<Verdict> {
  const postgres = await openFaultDatabase()
  const proxies = [
    await FaultProxy.start(new URL(postgres.url)),
    await FaultProxy.start(new URL(postgres.url)),
  ] as const
  const waysThere = [through(proxies[0], postgres.url), through(proxies[1], postgres.url)] as const
  const desk = await WatchedServers.open({ folder, databaseUrl: postgres.url, waysThere })
  const broken: string[] = []
  const all: Times[] = []
  try {
    desk.load.start()
    await desk.untilTaken(performance.now())
    for (let index = 0; index < amounts.cuts; index += 1) {
      const cut = cuts[index % cuts.length] as Cut
      // One server of two every other time round.
      const doors = Math.floor(index / cuts.length) % 2 === 0 ? ([0, 1] as const) : ([0] as const)
      say(`${index} of ${amounts.cuts}: ${cut.name}, for ${doors.length} of 2 servers`)
      const times = await cutOnce(desk, { cut, doors, proxies, seconds: amounts.seconds })
      all.push(times)
      broken.push(...complaintsOf(times, cut))
    }
    await desk.load.stop()
    const verdict = await judgeTexts(desk.servers, desk.load)
    const figures = { cuts: all.length, ...verdict.figures, ...figuresOf(all) }
    return { figures, broken: [...broken, ...verdict.broken] }
  } finally {
    await desk.close()
    for (const proxy of proxies) await proxy.stop()
    await postgres.remove()
  }
}

async function cutOnce(desk: WatchedServers, { cut, doors, proxies, seconds }: Silence): Promise<Times> {
  const silent = doors.map((door) => desk.watches[door])
  const resets = silent.map((watch) => watch.resets)
  for (const door of doors) cut.begin(proxies[door])
  const silentAt = performance.now()
  const noticed = () => silent.map((watch) => watch.notReadyAfter(silentAt) ?? Number.POSITIVE_INFINITY)
  await until('every silent server was not ready', () => Math.max(...noticed()) < Number.POSITIVE_INFINITY)
  if (cut.isHeld) await sleep(Math.max(0, silentAt + seconds * 1_000 - performance.now()))
  for (const door of doors) cut.end(proxies[door])
  // What is new passed all the time where nothing was held up.
  const passesAt = cut.isHeld ? performance.now() : silentAt
  const ready = await Promise.all(desk.watches.map((watch) => watch.readyAfter(passesAt)))
  const taken = await desk.untilTaken(passesAt)
  const told = () => silent.every((watch, place) => watch.resets > (resets[place] ?? 0))
  await until('every page was told to fetch everything', told)
  const toldMs = performance.now() - passesAt
  await sleep(SETTLED_MS)
  return { noticedMs: Math.max(...noticed()), wellMs: Math.max(...ready, taken), toldMs }
}

function through(proxy: FaultProxy, url: string): string {
  return Object.assign(new URL(url), { host: proxy.url.host }).href
}

function complaintsOf({ noticedMs, wellMs }: Times, { name }: Cut): string[] {
  const broken: string[] = []
  if (noticedMs > MAX_NOTICE_MS) broken.push(`${name}: noticed after ${milliseconds(noticedMs)}`)
  if (wellMs > MAX_RETURN_MS) broken.push(`${name}: well again after ${milliseconds(wellMs)}`)
  return broken
}

function figuresOf(all: readonly Times[]): Verdict['figures'] {
  const most = (time: keyof Times) => milliseconds(Math.max(...all.map((times) => times[time])))
  return {
    'a silent server said that it is not ready after, at most': most('noticedMs'),
    'both servers well again, once new connections passed, at most': most('wellMs'),
    'pages told to fetch everything, at most': most('toldMs'),
  }
}
