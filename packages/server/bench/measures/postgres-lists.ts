import type { Bench, Measurement } from '../measure.ts'
import { deskSizes } from '../seed/desk-sizes.ts'
import { openSeededPostgres } from '../seed/open-seeded-postgres.ts'
import { compareFirstPages } from './compare-first-pages.ts'
import { describeTimes, timesOf } from './compare-times.ts'

/** What the first 50 tickets of a list cost on a large desk in PostgreSQL against a small one. */
export async function postgresLists(bench: Bench): Promise<Measurement> {
  const { large, small } = deskSizes(bench)
  const largeDesk = await openSeededPostgres(bench, large.tickets)
  const smallDesk = await openSeededPostgres(bench, small.tickets)
  const findings = await compareFirstPages(bench, {
    prefix: 'PostgreSQL: ',
    largeSize: `${large.tickets.toLocaleString('en-US')} tickets`,
    smallSize: `${small.tickets.toLocaleString('en-US')} tickets`,
    large: largeDesk.client,
    small: smallDesk.client,
  })
  await Promise.all([largeDesk.close(), smallDesk.close()])
  return { findings, notes: [`Lists and searches: pages of 50 tickets, ${describeTimes(timesOf(bench))}.`] }
}
