import type { Fault, Trial, Verdict } from './fault.ts'
import { KillTally } from './kills/kill-tally.ts'
import { databaseInPostgres } from './kills/killed-database.ts'
import { KilledDesk } from './kills/killed-desk.ts'
import { bundleDesk } from './support/bundle-desk.ts'
import { openFaultDatabase } from './support/fault-database.ts'

const MORTAL_DESK = new URL('failpoints/mortal-desk.ts', import.meta.url)

/** `kills`, of two servers that share a PostgreSQL. */
export const killsOfTwo: Fault<{ cycles: number }> = {
  name: 'kills-of-two',
  promise: 'kill -9 of one of two servers, or of both, loses no text that was answered OK and sends none twice',
  quick: { cycles: 6 },
  full: { cycles: 200 },
  run: tryKillsOfTwo,
}

async function tryKillsOfTwo({ amounts: { cycles }, folder, say }: Trial<{ cycles: number }>): Promise<Verdict> {
  const tally = new KillTally()
  const script = await bundleDesk(MORTAL_DESK, folder)
  const postgres = await openFaultDatabase()
  try {
    const desk = await KilledDesk.open({
      folder,
      script,
      database: databaseInPostgres(postgres.url),
      servers: 2,
      tally,
    })
    try {
      await desk.dieAndRise(cycles, (cycle) => {
        if (cycle % 10 === 0) say(`${cycle} of ${cycles} cycles, ${tally.broken.length} complaints`)
      })
    } finally {
      await desk.close()
    }
    const { figures, broken } = tally.verdict()
    return { figures: { cycles, ...figures }, broken }
  } finally {
    await postgres.remove()
  }
}
