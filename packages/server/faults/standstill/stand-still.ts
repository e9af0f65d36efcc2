import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { DESK_NUMBER } from '../../test/support/live-desk.ts'
import { textRequest, type WireRequest } from '../../test/support/message-bird-requests.ts'
import type { Failpoint } from '../failpoints/failpoints.ts'
import { fictionalNumber } from '../support/fictional-number.ts'
import type { OutgoingRow } from '../support/message-ledger.ts'
import { until } from '../support/until.ts'
import type { HastyServers } from '../takeover/hasty-servers.ts'

export interface Overslept {
  readonly stored: number
  readonly lost: number
  readonly inHand: number
  readonly sent: number
  readonly twice: number
  readonly unsent: number
  readonly uncertain: number
}

interface Delivery {
  readonly body: string
  readonly request: WireRequest
  isOk: boolean
}

/** Where it stands still, round by round: with a send at each of its steps, then in the middle of storing a text. */
const PLACES: readonly Failpoint[] = [
  'send:dispatching',
  'send:claimed',
  'send:bytes-out',
  'receive:before-commit',
  'send:answered',
  'receive:message-stored',
]
const TEXTS = 16
const MOST_WAVES = 40
/** For answers that do not come while the server stands still. */
const PATIENCE_MS = 500
const LEASE_MS = 60_000
const LONGEST_MS = 60_000

export async function standStill(servers: HastyServers, round: number): Promise<Overslept> {
  const [sleeper, other] = round % 2 === 0 ? servers.each : ([servers.each[1], servers.each[0]] as const)
  const at = PLACES[round % PLACES.length] ?? 'send:claimed'
  await sleeper.stop()
  await sleeper.rise({ at, passage: at === 'send:claimed' ? 1 : 4 }, 'stands still')
  servers.answerSlowly(TEXTS)
  const mark = await servers.ledger.mark()
  sleeper.arm()
  const deliveries: Delivery[] = []
  for (let wave = 0; wave < MOST_WAVES && !sleeper.isStill; wave += 1) {
    const texts = planTexts(round * MOST_WAVES + wave)
    deliveries.push(...texts)
    await deliver(servers, sleeper, texts)
  }
  await until('the server stood still', () => sleeper.isStill)
  const inHand = (await servers.ledger.outgoingSince(mark)).filter(isInHand)
  await deliver(servers, other, deliveries)
  await until(
    'the other one took over',
    async () => !(await servers.ledger.outgoingSince(mark)).some(isInHand),
    LONGEST_MS,
  )
  await sleep(LEASE_MS / servers.speed / 4)
  sleeper.goOn()
  await until('every text was answered OK', async () => {
    await deliver(servers, other, deliveries)
    return deliveries.every(({ isOk }) => isOk)
  })
  await until('everything due was sent', async () => (await servers.ledger.waiting()) === 0, LONGEST_MS)
  return judge(servers, { mark, deliveries, inHand: inHand.length })
}

function planTexts(wave: number): Delivery[] {
  return Array.from({ length: TEXTS }, (_, place) => {
    const index = wave * TEXTS + place
    const body = `Text ${index}`
    const text = { from: fictionalNumber(index), to: DESK_NUMBER, body, id: randomUUID() }
    return { body, request: textRequest(text), isOk: false }
  })
}

/** Those that got no OK so far. */
async function deliver(
  servers: HastyServers,
  server: HastyServers['each'][number],
  deliveries: readonly Delivery[],
): Promise<void> {
  servers.synchronise()
  const open = deliveries.filter(({ isOk }) => !isOk)
  const answers = open.map(async (delivery) => {
    if (await server.deliver(delivery.request)) delivery.isOk = true
  })
  await Promise.race([Promise.all(answers), sleep(PATIENCE_MS)])
}

async function judge(
  servers: HastyServers,
  { mark, deliveries, inHand }: { mark: number; deliveries: readonly Delivery[]; inHand: number },
): Promise<Overslept> {
  const taken = (id: string) => servers.taken(id)
  const bodies = await servers.ledger.bodiesSince(mark)
  const rows = await servers.ledger.outgoingSince(mark)
  return {
    stored: bodies.length,
    lost: deliveries.filter(({ body }) => !bodies.includes(body)).length,
    inHand,
    sent: rows.filter(({ id }) => taken(id) === 1).length,
    twice: rows.filter(({ id }) => taken(id) > 1).length,
    unsent: rows.filter(({ id, state }) => state !== 'uncertain' && taken(id) === 0).length,
    uncertain: rows.filter(({ state }) => state === 'uncertain').length,
  }
}

function isInHand({ state }: OutgoingRow): boolean {
  return state === 'claimed' || state === 'dispatching'
}
