import type { Bench, Finding, Measurement } from '../measure.ts'
import { deskSizes } from '../seed/desk-sizes.ts'
import { openSeededPostgres } from '../seed/open-seeded-postgres.ts'
import { compareDesks } from './compare-desks.ts'
import { describeTimes, timesOf } from './compare-times.ts'

const VIEWS = ['waiting', 'all'] as const

/** What the first 50 tickets of a list cost on a large desk in PostgreSQL against a small one. */
export async function postgresLists(bench: Bench): Promise<Measurement> {
  const { large, small } = deskSizes(bench)
  const largeDesk = await openSeededPostgres(bench, large.tickets)
  const smallDesk = await openSeededPostgres(bench, small.tickets)
  const findings: Finding[] = []
  for (const view of VIEWS) {
    const comparison = {
      measure: `PostgreSQL: first page of ${view}, ${large.tickets.toLocaleString('en-US')} tickets, p95`,
      reference: `${small.tickets.toLocaleString('en-US')} tickets`,
      path: `/api/tickets?view=${view}&limit=50`,
      large: largeDesk.client,
      small: smallDesk.client,
      goal: { atMost: 1.5 },
    }
    findings.push(await compareDesks(bench, comparison))
  }
  await Promise.all([largeDesk.close(), smallDesk.close()])
  return { findings, notes: [`Lists and searches: pages of 50 tickets, ${describeTimes(timesOf(bench))}.`] }
}
