import type { DeskClient } from '../desk/desk-client.ts'
import type { Bench, Measurement } from '../measure.ts'
import { median } from '../report/statistics.ts'
import { milliseconds } from '../report/units.ts'
import { deskSizes } from '../seed/desk-sizes.ts'
import { LONG_TICKET, SHORT_TICKET } from '../seed/message-places.ts'
import { openSeededDesk } from '../seed/open-seeded-desk.ts'
import { compareTimes, describeTimes, timesOf } from './compare-times.ts'

/** What it costs to open a ticket that has been talked about for years, on a large desk. */
export async function openTicket(bench: Bench): Promise<Measurement> {
  const { large } = deskSizes(bench)
  const times = timesOf(bench)
  const { client, close } = await openSeededDesk(bench, large)
  bench.say('Opening tickets')
  const ask = { subject: () => timeOpening(client, LONG_TICKET), reference: () => timeOpening(client, SHORT_TICKET) }
  const rounds = await compareTimes(ask, times)
  await close()
  const finding = {
    measure: `open a ticket with ${large.long.toLocaleString('en-US')} messages, p95`,
    value: milliseconds(median(rounds.map((round) => round.subject))),
    reference: `a ticket with ${large.short}`,
    referenceValue: milliseconds(median(rounds.map((round) => round.reference))),
    ratio: median(rounds.map((round) => round.subject / round.reference)),
    goal: { atMost: 2 },
  }
  const note = `Opening a ticket: the ticket and the newest 50 of its timeline, as the page asks for them; on the desk with ${large.tickets.toLocaleString('en-US')} tickets, ${describeTimes(times)}.`
  return { findings: [finding], notes: [note] }
}

async function timeOpening(client: DeskClient, ticket: number): Promise<number> {
  return (await client.time(`/api/tickets/${ticket}`)) + (await client.time(`/api/tickets/${ticket}/messages?limit=50`))
}
