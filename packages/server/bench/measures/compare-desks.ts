import type { DeskClient } from '../desk/desk-client.ts'
import type { Bench, Finding, Goal } from '../measure.ts'
import { median } from '../report/statistics.ts'
import { milliseconds } from '../report/units.ts'
import { compareTimes, timesOf } from './compare-times.ts'

export interface Comparison {
  readonly measure: string
  readonly reference: string
  readonly path: string
  readonly large: DeskClient
  readonly small: DeskClient
  readonly goal: Goal
}

/** What the same request costs on a large desk against a small one, p95. */
export async function compareDesks(bench: Bench, comparison: Comparison): Promise<Finding> {
  const { measure, reference, path, large, small, goal } = comparison
  bench.say(`Comparing: ${measure}`)
  const ask = { subject: () => large.time(path), reference: () => small.time(path) }
  const rounds = await compareTimes(ask, timesOf(bench))
  return {
    measure,
    value: milliseconds(median(rounds.map((round) => round.subject))),
    reference,
    referenceValue: milliseconds(median(rounds.map((round) => round.reference))),
    ratio: median(rounds.map((round) => round.subject / round.reference)),
    goal,
  }
}
