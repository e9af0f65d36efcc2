import type { Bench, Measurement } from '../measure.ts'
import { deskSizes } from '../seed/desk-sizes.ts'
import { type DeskSize, messagesOf } from '../seed/fill-desk.ts'
import { openSeededDesk } from '../seed/open-seeded-desk.ts'
import { compareFirstPages } from './compare-first-pages.ts'
import { describeTimes, timesOf } from './compare-times.ts'

/** What the first 50 tickets of a list cost on a large desk against a small one. */
export async function listTickets(bench: Bench): Promise<Measurement> {
  const { large, small } = deskSizes(bench)
  const [largeDesk, smallDesk] = await Promise.all([openSeededDesk(bench, large), openSeededDesk(bench, small)])
  const findings = await compareFirstPages(bench, {
    largeSize: sizeOf(large),
    smallSize: sizeOf(small),
    large: largeDesk.client,
    small: smallDesk.client,
  })
  await Promise.all([largeDesk.close(), smallDesk.close()])
  return { findings, notes: [`Lists: pages of 50 tickets, ${describeTimes(timesOf(bench))}.`] }
}

function sizeOf(size: DeskSize): string {
  const [tickets, messages] = [size.tickets, messagesOf(size)].map((count) => count.toLocaleString('en-US'))
  return `${tickets} tickets and ${messages} messages`
}
