import type { Fault, Trial, Verdict } from './fault.ts'
import { type Overslept, standStill } from './standstill/stand-still.ts'
import { bundleDesk } from './support/bundle-desk.ts'
import { openFaultDatabase } from './support/fault-database.ts'
import { HastyServers } from './takeover/hasty-servers.ts'

const MORTAL_DESK = new URL('failpoints/mortal-desk.ts', import.meta.url)
/** A lease must run out, and nobody wants to wait for it. */
const SPEED = 5

/** What no kill shows: somebody who comes back and believes that nothing has happened. */
export const standstill: Fault<{ rounds: number }> = {
  name: 'standstill',
  promise: 'a server that stands still for longer than a lease, and then goes on, sends nothing twice',
  quick: { rounds: 1 },
  full: { rounds: 12 },
  run: tryStandstill,
}

async function tryStandstill({ amounts: { rounds }, folder, say }: Trial<{ rounds: number }>): Promise<Verdict> {
  const script = await bundleDesk(MORTAL_DESK, folder)
  const postgres = await openFaultDatabase()
  try {
    const servers = await HastyServers.open({ folder, script, databaseUrl: postgres.url, speed: SPEED })
    try {
      const records: Overslept[] = []
      for (let round = 0; round < rounds; round += 1) {
        say(`round ${round + 1} of ${rounds}`)
        records.push(await standStill(servers, round))
      }
      return judge(records, await servers.ledger.doubles())
    } finally {
      await servers.close()
    }
  } finally {
    await postgres.remove()
  }
}

function judge(records: readonly Overslept[], doubles: object): Verdict {
  const sum = (of: (record: Overslept) => number) => records.reduce((total, record) => total + of(record), 0)
  const wrong = {
    'texts lost': sum(({ lost }) => lost),
    'SMS sent twice': sum(({ twice }) => twice),
    'SMS neither sent nor called uncertain': sum(({ unsent }) => unsent),
  }
  return {
    figures: {
      standstills: records.length,
      'texts stored': sum(({ stored }) => stored),
      'SMS claimed or on their way then': sum(({ inHand }) => inHand),
      'SMS sent': sum(({ sent }) => sent),
      'left uncertain': sum(({ uncertain }) => uncertain),
      ...wrong,
    },
    broken: Object.entries({ ...wrong, ...doubles }).flatMap(([what, count]) =>
      count === 0 ? [] : [`${count} ${what}`],
    ),
  }
}
