import type { Fault, Trial, Verdict } from './fault.ts'
import { type Overslept, standStill } from './standstill/stand-still.ts'
import { complaints } from './support/complaints.ts'
import type { Doubles } from './support/message-ledger.ts'
import { tryRounds } from './takeover/try-rounds.ts'

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

async function tryStandstill({ amounts, ...trial }: Trial<{ rounds: number }>): Promise<Verdict> {
  const { records, doubles } = await tryRounds({ ...trial, amounts: { ...amounts, speed: SPEED } }, standStill)
  return judge(records, doubles)
}

function judge(records: readonly Overslept[], doubles: Doubles): Verdict {
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
    broken: complaints({ ...wrong, ...doubles }),
  }
}
