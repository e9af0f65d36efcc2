import type { Fault, Trial, Verdict } from './fault.ts'
import { bundleDesk } from './support/bundle-desk.ts'
import { openFaultDatabase } from './support/fault-database.ts'
import { HastyServers } from './takeover/hasty-servers.ts'
import { type TakenOver, takeOver } from './takeover/take-over.ts'

const MORTAL_DESK = new URL('failpoints/mortal-desk.ts', import.meta.url)
/** From the death of one server to the last of its texts sent, or called uncertain, by the other. */
const WITHIN_S = 75

type TakeoverAmounts = {
  rounds: number
  /** How many seconds of the servers pass in one. */
  speed: number
}

export const takeover: Fault<TakeoverAmounts> = {
  name: 'takeover',
  promise: `what a server had claimed when it died, the other one takes over within ${WITHIN_S} s`,
  quick: { rounds: 1, speed: 5 },
  full: { rounds: 10, speed: 1 },
  run: tryTakeover,
}

async function tryTakeover({ amounts: { rounds, speed }, folder, say }: Trial<TakeoverAmounts>): Promise<Verdict> {
  const script = await bundleDesk(MORTAL_DESK, folder)
  const postgres = await openFaultDatabase()
  try {
    const servers = await HastyServers.open({ folder, script, databaseUrl: postgres.url, speed })
    try {
      const records: TakenOver[] = []
      for (let round = 0; round < rounds; round += 1) {
        say(`round ${round + 1} of ${rounds}`)
        records.push(await takeOver(servers, round))
      }
      return judge(records, await servers.ledger.doubles())
    } finally {
      await servers.close()
    }
  } finally {
    await postgres.remove()
  }
}

function judge(records: readonly TakenOver[], doubles: object): Verdict {
  const sum = (of: (record: TakenOver) => number) => records.reduce((total, record) => total + of(record), 0)
  const slowest = Math.max(...records.map(({ seconds }) => seconds))
  const wrong = {
    'texts sent twice': sum(({ twice }) => twice),
    'texts that were not on their way, and not sent once': sum(({ unsent }) => unsent),
    'texts that were on their way, and neither sent once nor called uncertain': sum(({ undoubted }) => undoubted),
    ...doubles,
  }
  return {
    figures: {
      'servers that died': records.length,
      'texts claimed by them': sum(({ claimed }) => claimed),
      'texts on their way': sum(({ dispatching }) => dispatching),
      'taken over after, s': records.map(({ seconds }) => seconds.toFixed(1)).join(' '),
      'at most, s': slowest.toFixed(1),
      'texts sent twice': wrong['texts sent twice'],
    },
    broken: [
      ...(slowest > WITHIN_S ? [`It took ${slowest.toFixed(1)} s`] : []),
      ...Object.entries(wrong).flatMap(([what, count]) => (count === 0 ? [] : [`${count} ${what}`])),
    ],
  }
}
