import { setTimeout as sleep } from 'node:timers/promises'
import type { OutgoingRow } from '../support/message-ledger.ts'
import { until } from '../support/until.ts'
import { type HastyServers, isInHand } from './hasty-servers.ts'

export interface TakenOver {
  /** By the servers' clock, from the death to the last of these texts. */
  readonly seconds: number
  readonly claimed: number
  readonly dispatching: number
  readonly twice: number
  /** Claimed, and not sent exactly once. */
  readonly unsent: number
  /** On its way, and neither in doubt now nor known to be sent. */
  readonly undoubted: number
}

/** Where the server dies with some at the provider already. */
const ON_THEIR_WAY = 8
/** In which the other server ends what it has at hand itself. */
const SETTLE_MS = 2_000
const PATIENCE_S = 150

/** One server dies with texts in its hands; the other one has nothing else to do. */
export async function takeOver(servers: HastyServers, round: number): Promise<TakenOver> {
  const { mark } = await servers.strike(
    round,
    isEarly(round) ? { at: 'send:claimed', passage: 1 } : { at: 'send:bytes-out', passage: ON_THEIR_WAY },
  )
  const died = performance.now()
  await sleep(SETTLE_MS)
  const left = (await servers.ledger.outgoingSince(mark)).filter(isInHand)
  const open = async () => {
    const rows = await servers.ledger.outgoingSince(mark)
    return rows.filter((row) => left.some(({ id }) => id === row.id) && (isInHand(row) || row.state === 'queued'))
  }
  await until(
    'the other server took over',
    async () => (await open()).length === 0,
    (PATIENCE_S * 1_000) / servers.speed,
  )
  const seconds = ((performance.now() - died) / 1_000) * servers.speed
  return { seconds, ...judgeEach(servers, left, await servers.ledger.outgoingSince(mark)) }
}

/** Every other time of each server. */
function isEarly(round: number): boolean {
  return round % 4 < 2
}

function judgeEach(servers: HastyServers, before: readonly OutgoingRow[], after: readonly OutgoingRow[]) {
  const now = new Map(after.map((row) => [row.id, row.state]))
  const claimed = before.filter(({ state }) => state === 'claimed')
  const dispatching = before.filter(({ state }) => state === 'dispatching')
  return {
    claimed: claimed.length,
    dispatching: dispatching.length,
    twice: after.filter(({ id }) => servers.taken(id) > 1).length,
    unsent: claimed.filter(({ id }) => servers.taken(id) !== 1).length,
    undoubted: dispatching.filter(({ id }) => now.get(id) !== 'uncertain' && servers.taken(id) !== 1).length,
  }
}
