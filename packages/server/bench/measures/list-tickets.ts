import type { Bench, Finding, Measurement } from '../measure.ts'
import { median } from '../report/statistics.ts'
import { milliseconds } from '../report/units.ts'
import { deskSizes } from '../seed/desk-sizes.ts'
import { type DeskSize, messagesOf } from '../seed/fill-desk.ts'
import { openSeededDesk } from '../seed/open-seeded-desk.ts'
import { compareTimes, describeTimes, type Percentiles, timesOf } from './compare-times.ts'

const VIEWS = ['waiting', 'all'] as const

/** What the first 50 tickets of a list cost on a large desk against a small one. */
export async function listTickets(bench: Bench): Promise<Measurement> {
  const { large, small } = deskSizes(bench)
  const times = timesOf(bench)
  const [largeDesk, smallDesk] = await Promise.all([openSeededDesk(bench, large), openSeededDesk(bench, small)])
  const findings: Finding[] = []
  for (const view of VIEWS) {
    bench.say(`Listing ${view}`)
    const path = `/api/tickets?view=${view}&limit=50`
    const ask = { subject: () => largeDesk.client.time(path), reference: () => smallDesk.client.time(path) }
    findings.push(
      findingOf(`first page of ${view}, ${sizeOf(large)}, p95`, sizeOf(small), await compareTimes(ask, times)),
    )
  }
  await Promise.all([largeDesk.close(), smallDesk.close()])
  return { findings, notes: [`Lists: pages of 50 tickets, ${describeTimes(times)}.`] }
}

function findingOf(measure: string, reference: string, rounds: readonly Percentiles[]): Finding {
  return {
    measure,
    value: milliseconds(median(rounds.map((round) => round.subject))),
    reference,
    referenceValue: milliseconds(median(rounds.map((round) => round.reference))),
    ratio: median(rounds.map((round) => round.subject / round.reference)),
    goal: { atMost: 1.5 },
  }
}

function sizeOf(size: DeskSize): string {
  const [tickets, messages] = [size.tickets, messagesOf(size)].map((count) => count.toLocaleString('en-US'))
  return `${tickets} tickets and ${messages} messages`
}
