import { DeskClient } from '../desk/desk-client.ts'
import { startBenchDesk } from '../desk/start-desk.ts'
import type { Bench, Finding, Measurement } from '../measure.ts'
import { median, percentile } from '../report/statistics.ts'
import { milliseconds } from '../report/units.ts'
import { deskSizes } from '../seed/desk-sizes.ts'
import { type DeskSize, messagesOf } from '../seed/fill-desk.ts'
import { seededDesk } from '../seed/seeded-desk.ts'

const VIEWS = ['waiting', 'all'] as const
/** So many requests to one desk, then to the other: what else the machine does falls on both. */
const BLOCK = 50

/** What a list costs on a large desk against a small one: the answer of the API with 50 tickets, asked for by an agent. */
export async function listTickets(bench: Bench): Promise<Measurement> {
  const { large, small } = deskSizes(bench)
  const scale = bench.quick ? { rounds: 1, blocks: 1 } : { rounds: 5, blocks: 10 }
  const [largeDesk, smallDesk] = [await openDesk(bench, large), await openDesk(bench, small)]
  const findings: Finding[] = []
  for (const view of VIEWS) {
    bench.say(`Listing ${view}`)
    const path = `/api/tickets?view=${view}&limit=50`
    const ask = { large: () => largeDesk.client.time(path), small: () => smallDesk.client.time(path) }
    findings.push(findingOf(`first page of ${view}, ${sizeOf(large)}, p95`, sizeOf(small), await compare(ask, scale)))
  }
  await Promise.all([largeDesk.stop(), smallDesk.stop()])
  return { findings, notes: [`Lists: ${scale.rounds} rounds of ${scale.blocks * BLOCK} requests to each desk in turn, one at a time.`] }
}

export async function openDesk(bench: Bench, size: DeskSize) {
  const desk = await startBenchDesk({ folder: await seededDesk(bench, size), profiles: bench.profiles })
  const client = new DeskClient(desk.server.url)
  await client.signIn()
  const stop = async () => {
    client.close()
    await desk.stop()
  }
  return { client, pid: desk.server.pid, stop }
}

interface Percentiles {
  readonly large: number
  readonly small: number
}

/** The p95 of each round. */
async function compare(
  ask: { large: () => Promise<number>; small: () => Promise<number> },
  { rounds, blocks }: { rounds: number; blocks: number },
): Promise<Percentiles[]> {
  const results: Percentiles[] = []
  // The first round warms both up.
  for (let round = 0; round <= rounds; round += 1) {
    const times = { large: [] as number[], small: [] as number[] }
    for (let block = 0; block < blocks; block += 1) {
      for (let turn = 0; turn < BLOCK; turn += 1) times.large.push(await ask.large())
      for (let turn = 0; turn < BLOCK; turn += 1) times.small.push(await ask.small())
    }
    if (round > 0) results.push({ large: percentile(times.large, 0.95), small: percentile(times.small, 0.95) })
  }
  return results
}

function findingOf(measure: string, reference: string, rounds: readonly Percentiles[]): Finding {
  return {
    measure,
    value: milliseconds(median(rounds.map(({ large }) => large))),
    reference,
    referenceValue: milliseconds(median(rounds.map(({ small }) => small))),
    ratio: median(rounds.map(({ large, small }) => large / small)),
    goal: { atMost: 1.5 },
  }
}

function sizeOf(size: DeskSize): string {
  const [tickets, messages] = [size.tickets, messagesOf(size)].map((count) => count.toLocaleString('en-US'))
  return `${tickets} tickets and ${messages} messages`
}
