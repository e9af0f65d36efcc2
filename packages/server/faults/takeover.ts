import type { Fault, Trial, Verdict } from './fault.ts'
import { complaints } from './support/complaints.ts'
import type { Doubles } from './support/message-ledger.ts'
import { type TakenOver, takeOver } from './takeover/take-over.ts'
import { type RoundAmounts, tryRounds } from './takeover/try-rounds.ts'

/** From the death of one server to the last of its texts sent, or called uncertain, by the other. */
const WITHIN_S = 75

export const takeover: Fault<RoundAmounts> = {
  name: 'takeover',
  promise: `what a server had claimed when it died, the other one takes over within ${WITHIN_S} s`,
  quick: { rounds: 1, speed: 5 },
  full: { rounds: 10, speed: 1 },
  run: tryTakeover,
}

async function tryTakeover(trial: Trial<RoundAmounts>): Promise<Verdict> {
  const { records, doubles } = await tryRounds(trial, takeOver)
  return judge(records, doubles)
}

function judge(records: readonly TakenOver[], doubles: Doubles): Verdict {
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
    broken: [...(slowest > WITHIN_S ? [`It took ${slowest.toFixed(1)} s`] : []), ...complaints(wrong)],
  }
}
