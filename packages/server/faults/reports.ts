import { orderingsOfSubsets, REPORTED_STATES, tryEveryReportOrder } from '@textdesk/core/testing'
import type { Fault, Trial, Verdict } from './fault.ts'
import { ReportRound, ROUNDS } from './reports/report-round.ts'
import { TroubledDesk } from './support/troubled-desk.ts'

/** Orders that go through a real desk for each outcome of the send; those of throttled sends wait for a pause each round. */
type ReportAmounts = { orders: number; throttled: number }

const AT_ONCE = 100

/** The row `reports` of the table in docs/reliability.md. */
export const reports: Fault<ReportAmounts> = {
  name: 'reports',
  promise: 'a delivery never goes backwards, in whatever order reports come',
  quick: { orders: 60, throttled: 10 },
  full: { orders: 1_957, throttled: 150 },
  run: tryReports,
}

async function tryReports({ amounts, folder, say }: Trial<ReportAmounts>): Promise<Verdict> {
  const { cases, wrong } = tryEveryReportOrder()
  const desk = await TroubledDesk.open(folder)
  try {
    const rounds: ReportRound[] = []
    for (const kind of ROUNDS) {
      const orders = pick(kind.throttles ? amounts.throttled : amounts.orders)
      for (let first = 0; first < orders.length; first += AT_ONCE) {
        say(`${kind.answer}: ${first} of ${orders.length} orders`)
        const round = new ReportRound(desk, kind, orders.slice(first, first + AT_ONCE))
        await round.run()
        rounds.push(round)
      }
    }
    return judge(desk, { cases, wrong }, rounds)
  } finally {
    await desk.close()
  }
}

function judge(
  desk: TroubledDesk,
  rules: { cases: number; wrong: readonly string[] },
  rounds: readonly ReportRound[],
): Verdict {
  const wrong = rounds.flatMap((round) => round.wrong())
  const sent = rounds.reduce((sum, round) => sum + round.reports, 0)
  const stored = desk.ledger.reports()
  const broken = [...rules.wrong, ...wrong].slice(0, 10)
  if (stored !== sent) broken.push(`${sent} reports were answered OK, ${stored} are stored`)
  return {
    figures: {
      'cases by the rules alone': rules.cases,
      'of these not at the highest rank': rules.wrong.length,
      'cases through a real desk': rounds.reduce((sum, round) => sum + round.cases, 0),
      'of those not at the highest rank': wrong.length,
      'reports answered OK': sent,
      'reports stored': stored,
    },
    broken,
  }
}

/** So many of all orderings of all subsets, evenly spread. */
function pick(count: number): (readonly (typeof REPORTED_STATES)[number][])[] {
  const all = [...orderingsOfSubsets(REPORTED_STATES)]
  const step = Math.max(1, all.length / count)
  return Array.from({ length: Math.min(count, all.length) }, (_, place) => all[Math.floor(place * step)] ?? [])
}
