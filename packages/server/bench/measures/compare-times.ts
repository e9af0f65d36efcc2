import type { Bench } from '../measure.ts'
import { percentile } from '../report/statistics.ts'

type Timed = () => Promise<number>

/** The p95 of each round: of what is measured, and of what it is held against. */
export interface Percentiles {
  readonly subject: number
  readonly reference: number
}

/** So many requests of one kind, then of the other: what else the machine does falls on both. */
const BLOCK = 50

export function timesOf({ quick }: Bench): { rounds: number; blocks: number } {
  return quick ? { rounds: 1, blocks: 1 } : { rounds: 5, blocks: 10 }
}

export async function compareTimes(
  ask: { readonly subject: Timed; readonly reference: Timed },
  { rounds, blocks }: { rounds: number; blocks: number },
): Promise<Percentiles[]> {
  const results: Percentiles[] = []
  // The first round warms both up.
  for (let round = 0; round <= rounds; round += 1) {
    const subject: number[] = []
    const reference: number[] = []
    for (let block = 0; block < blocks; block += 1) {
      await repeat(ask.subject, subject)
      await repeat(ask.reference, reference)
    }
    if (round > 0) results.push({ subject: percentile(subject, 0.95), reference: percentile(reference, 0.95) })
  }
  return results
}

export function describeTimes({ rounds, blocks }: { rounds: number; blocks: number }): string {
  return `${rounds} rounds of ${blocks * BLOCK} requests to each in turn, one at a time, through the API with a session`
}

async function repeat(ask: Timed, times: number[]): Promise<void> {
  for (let turn = 0; turn < BLOCK; turn += 1) times.push(await ask())
}
