import type { Trial } from '../fault.ts'
import { bundleDesk } from '../support/bundle-desk.ts'
import { openFaultDatabase } from '../support/fault-database.ts'
import type { Doubles } from '../support/message-ledger.ts'
import { HastyServers } from './hasty-servers.ts'

const MORTAL_DESK = new URL('../failpoints/mortal-desk.ts', import.meta.url)

export type RoundAmounts = {
  rounds: number
  /** How many seconds of the servers pass in one. */
  speed: number
}

/** One round after the other with the same two servers; what each came to, and what is there twice in the end. */
export async function tryRounds<T>(
  { amounts: { rounds, speed }, folder, say }: Trial<RoundAmounts>,
  tryRound: (servers: HastyServers, round: number) => Promise<T>,
): Promise<{ records: T[]; doubles: Doubles }> {
  const script = await bundleDesk(MORTAL_DESK, folder)
  const postgres = await openFaultDatabase()
  try {
    const servers = await HastyServers.open({ folder, script, databaseUrl: postgres.url, speed })
    try {
      const records: T[] = []
      for (let round = 0; round < rounds; round += 1) {
        say(`round ${round + 1} of ${rounds}`)
        records.push(await tryRound(servers, round))
      }
      return { records, doubles: await servers.ledger.doubles() }
    } finally {
      await servers.close()
    }
  } finally {
    await postgres.remove()
  }
}
