import type { Fault, Trial, Verdict } from './fault.ts'
import { tryResets } from './resets/try-resets.ts'
import { tryThrottling } from './resets/try-throttling.ts'
import { tryTroubles } from './resets/try-troubles.ts'
import { TroubledDesk } from './support/troubled-desk.ts'

/** `slow`: texts of each trouble that shows only when the 20 s of a send are over. */
type ResetAmounts = { resets: number; texts: number; slow: number }

const HOUR = 3_600_000
/** By then the desk has given up everything that it would ever try again. */
const LATER_MS = [12 * 60_000, HOUR, 5 * HOUR]

/** The row `resets` of the table in docs/reliability.md. */
export const resets: Fault<ResetAmounts> = {
  name: 'resets',
  promise: 'whatever the provider or the way to it does, no text in doubt is sent again by itself',
  quick: { resets: 100, texts: 4, slow: 0 },
  full: { resets: 1_000, texts: 25, slow: 4 },
  run,
}

async function run({ amounts, folder, say }: Trial<ResetAmounts>): Promise<Verdict> {
  const desk = await TroubledDesk.open(folder)
  try {
    const verdicts = [
      await tryResets(desk, amounts.resets, say),
      await tryTroubles(desk, amounts, say),
      await tryThrottling(desk, amounts.texts, say),
      await tryLater(desk, say),
    ]
    return {
      figures: Object.assign({}, ...verdicts.map(({ figures }) => figures)),
      broken: verdicts.flatMap(({ broken }) => broken),
    }
  } finally {
    await desk.close()
  }
}

/** Everything that was in doubt is still there, and nothing of it leaves again. */
async function tryLater(desk: TroubledDesk, say: Trial['say']): Promise<Verdict> {
  const before = desk.provider.requests
  for (const byMs of LATER_MS) {
    say(`${byMs / 60_000} minutes later`)
    await desk.later(byMs)
    await desk.send(1)
  }
  const again = desk.provider.requests - before - LATER_MS.length
  const twice = desk.taken(desk.ledger.outgoingSince(0)).filter((times) => times > 1).length
  const broken = again + twice === 0 ? [] : [`${again} sends were repeated, ${twice} texts were taken twice`]
  return { figures: { 'sends repeated by themselves within 6 hours': again, 'texts taken twice': twice }, broken }
}
