import { setTimeout as sleep } from 'node:timers/promises'
import type { Fault, Trial, Verdict } from './fault.ts'
import { tryDoubled } from './first-texts/doubled.ts'
import { type Pairs, tryPairs } from './first-texts/pairs.ts'
import { openFaultDatabase } from './support/fault-database.ts'
import { TwoServers } from './support/two-servers.ts'

type Amounts = { doubled: number; pairs: number }

/** Fewer than the pool of a server can serve in the time that a webhook waits for a connection, on a slow machine too. */
const AT_ONCE = 50
const COME_AGAIN_MS = 500

/** `first-texts`, of two servers that share a PostgreSQL. */
export const firstTextsOfTwo: Fault<Amounts> = {
  name: 'first-texts-of-two',
  promise: 'a text that comes to two servers at once is one, and so is the ticket of two first texts, one to each',
  quick: { doubled: 100, pairs: 100 },
  full: { doubled: 1_000, pairs: 5_000 },
  run: tryFirstTextsOfTwo,
}

async function tryFirstTextsOfTwo({ amounts, folder, say }: Trial<Amounts>): Promise<Verdict> {
  const postgres = await openFaultDatabase()
  try {
    const servers = await TwoServers.start({ folder, databaseUrl: postgres.url, connections: AT_ONCE })
    let refusals = 0
    // As a provider does.
    const deliver: Pairs['deliver'] = async (door, request) => {
      const answer = await servers.deliver(door, request)
      if (answer.status !== 503) return answer
      refusals += 1
      await sleep(COME_AGAIN_MS)
      return deliver(door, request)
    }
    try {
      const all = { atOnce: AT_ONCE, deliver, ledger: servers.ledger, say }
      const doubled = await tryDoubled({ ...all, pairs: amounts.doubled })
      const pairs = await tryPairs({ ...all, pairs: amounts.pairs })
      const figures = { ...doubled.figures, ...pairs.figures, 'answered 503 before that': refusals }
      return { figures, broken: [...doubled.broken, ...pairs.broken] }
    } finally {
      await servers.stop()
    }
  } finally {
    await postgres.remove()
  }
}
