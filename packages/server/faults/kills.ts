import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Fault, Trial, Verdict } from './fault.ts'
import { KillTally } from './kills/kill-tally.ts'
import { databaseInFile } from './kills/killed-database.ts'
import { KilledDesk } from './kills/killed-desk.ts'
import { bundleDesk } from './support/bundle-desk.ts'

const MORTAL_DESK = new URL('failpoints/mortal-desk.ts', import.meta.url)

type KillAmounts = { kills: number; desks: number }

/** Rows 1 and 2 of the table in docs/reliability.md. */
export const kills: Fault<KillAmounts> = {
  name: 'kills',
  promise: 'kill -9 at any point loses no text that was answered OK and sends none twice',
  quick: { kills: 20, desks: 1 },
  full: { kills: 2_000, desks: 2 },
  run: tryKills,
}

/** Each desk has a file and a provider of its own; together they are killed so many times. */
async function tryKills({ amounts, folder, say }: Trial<KillAmounts>): Promise<Verdict> {
  const tally = new KillTally()
  const each = Math.ceil(amounts.kills / amounts.desks)
  const script = await bundleDesk(MORTAL_DESK, folder)
  await Promise.all(Array.from({ length: amounts.desks }, (_, place) => killOne(place)))
  return tally.verdict()

  async function killOne(place: number): Promise<void> {
    const own = join(folder, `desk-${place}`)
    await mkdir(own)
    const desk = await KilledDesk.open({ folder: own, script, database: databaseInFile(own), servers: 1, tally })
    try {
      await desk.dieAndRise(each, (cycle) => {
        if (cycle % 10 === 0) say(`desk ${place + 1}: ${cycle} of ${each} kills, ${tally.broken.length} complaints`)
      })
    } finally {
      await desk.close()
    }
  }
}
