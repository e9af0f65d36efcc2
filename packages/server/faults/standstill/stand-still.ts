import { setTimeout as sleep } from 'node:timers/promises'
import type { Failpoint } from '../failpoints/failpoints.ts'
import { until } from '../support/until.ts'
import { type Delivery, type HastyServers, isInHand } from '../takeover/hasty-servers.ts'

export interface Overslept {
  readonly stored: number
  readonly lost: number
  readonly inHand: number
  readonly sent: number
  readonly twice: number
  readonly unsent: number
  readonly uncertain: number
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
const LEASE_MS = 60_000
const MAX_MS = 60_000

export async function standStill(servers: HastyServers, round: number): Promise<Overslept> {
  const at = PLACES[round % PLACES.length] ?? 'send:claimed'
  const place = { at, passage: at === 'send:claimed' ? 1 : 4 }
  const { struck: sleeper, other, mark, deliveries } = await servers.strike(round, place, 'stands still')
  const inHand = (await servers.ledger.outgoingSince(mark)).filter(isInHand)
  await servers.deliver(other, deliveries)
  await until('the other one took over', async () => !(await servers.ledger.outgoingSince(mark)).some(isInHand), MAX_MS)
  await sleep(LEASE_MS / servers.speed / 4)
  sleeper.goOn()
  await until('every text was answered OK', async () => {
    await servers.deliver(other, deliveries)
    return deliveries.every(({ isOk }) => isOk)
  })
  await until('everything due was sent', async () => (await servers.ledger.waiting()) === 0, MAX_MS)
  return judge(servers, { mark, deliveries, inHand: inHand.length })
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
